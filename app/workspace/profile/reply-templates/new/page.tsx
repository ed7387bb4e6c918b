import type { Metadata } from 'next';
import { ReplyTemplateForm } from '#components/reply-template/reply-template-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { mayShareReplyTemplates } from '#lib/access/shared.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'New reply template' };

export default async function NewReplyTemplatePage() {
  const actor = await requireActor();
  return (
    <>
      <PageHeader
        title="New reply template"
        back={{ href: '/workspace/profile/reply-templates', label: 'My reply templates' }}
      />
      <ReplyTemplateForm mayShare={mayShareReplyTemplates(actor).ok} />
    </>
  );
}

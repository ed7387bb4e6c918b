import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { ReplyTemplateForm } from '#components/reply-template/reply-template-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { mayShareReplyTemplates } from '#lib/access/shared.ts';
import { replyTemplateToChange } from '#lib/reply-template/queries/reply-templates.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Reply template' };

export default async function ReplyTemplatePage({ params }: PageProps<'/workspace/profile/reply-templates/[id]'>) {
  const actor = await requireActor();
  const { user, ...template } = await foundOrNot(replyTemplateToChange(actor, (await params).id));
  return (
    <>
      <PageHeader
        title={template.name}
        meta={template.shared && `Shared by ${user.name}`}
        back={{ href: '/workspace/profile/reply-templates', label: 'My reply templates' }}
      />
      <ReplyTemplateForm template={template} mayShare={mayShareReplyTemplates(actor).ok} />
    </>
  );
}

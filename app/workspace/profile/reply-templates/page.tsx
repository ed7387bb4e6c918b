import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { ReplyTemplateTable } from '#components/reply-template/reply-template-table.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { replyTemplates } from '#lib/reply-template/queries/reply-templates.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'My reply templates' };

export default async function ReplyTemplatesPage() {
  const templates = await foundOrNot(replyTemplates(await requireActor()));
  return (
    <>
      <PageHeader
        title="My reply templates"
        meta="Type / at the beginning of a line of a comment or a work note to insert one."
        back={{ href: '/workspace/profile', label: 'Profile' }}
        actions={
          <ButtonLink variant="primary" href="/workspace/profile/reply-templates/new" icon={<Icon name="plus" />}>
            New template
          </ButtonLink>
        }
      />
      {templates.length > 0 ? (
        <ReplyTemplateTable templates={templates} />
      ) : (
        <EmptyState title="No reply templates yet">
          Save a text that you use often, such as a greeting or a request for details.
        </EmptyState>
      )}
    </>
  );
}

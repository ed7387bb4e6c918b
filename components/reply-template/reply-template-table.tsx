import { DataTable } from '#components/ui/data-table.tsx';
import { Link } from '#components/ui/link.tsx';
import type { ListedReplyTemplate } from '#lib/reply-template/queries/reply-templates.ts';
import { usesOfTemplates } from '#lib/reply-template/used-for.ts';
import { DeleteReplyTemplate } from './delete-reply-template.tsx';

const uses = new Map<string, string>(usesOfTemplates.map(({ value, label }) => [value, label]));

/** The user's own reply templates, and those that others share. */
export function ReplyTemplateTable({ templates }: { templates: readonly ListedReplyTemplate[] }) {
  return (
    <DataTable
      caption="Reply templates"
      rows={templates}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: 'Name',
          cellClass: 'min-w-40',
          cell: ({ id, name, mayChange }) =>
            mayChange ? (
              <Link
                href={`/workspace/profile/reply-templates/${id}`}
                data-row-link
                className="font-medium hover:underline"
              >
                {name}
              </Link>
            ) : (
              <span className="font-medium">{name}</span>
            ),
        },
        {
          heading: 'Text',
          cellClass: 'min-w-64',
          cell: ({ start }) => <span className="line-clamp-2 wrap-anywhere text-ink-muted">{start}</span>,
        },
        { heading: 'For', cell: ({ usedFor }) => uses.get(usedFor) },
        {
          heading: 'Shared',
          cell: ({ shared, own, owner }) => shared && (own ? 'Shared by me' : `Shared by ${owner}`),
        },
        {
          heading: 'Delete',
          headingHidden: true,
          cell: ({ id, name, shared, mayChange }) =>
            mayChange && <DeleteReplyTemplate id={id} name={name} shared={shared} />,
        },
      ]}
    />
  );
}

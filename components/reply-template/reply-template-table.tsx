import { Link } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { ListedReplyTemplate } from '#lib/reply-template/queries/reply-templates.ts';
import { usesOfTemplates } from '#lib/reply-template/used-for.ts';
import { DeleteReplyTemplate } from './delete-reply-template.tsx';

const uses = new Map<string, string>(usesOfTemplates.map(({ value, label }) => [value, label]));

/** One's own reply templates, and those that others share. */
export function ReplyTemplateTable({ templates }: { templates: readonly ListedReplyTemplate[] }) {
  return (
    <Table caption="Reply templates">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Text</Th>
          <Th>For</Th>
          <Th>Shared</Th>
          <Th>
            <span className="sr-only">Delete</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {templates.map(({ id, name, start, usedFor, shared, own, owner, mayChange }) => (
          <tr key={id}>
            <Td className="min-w-40">
              {mayChange ? (
                <Link
                  href={`/workspace/profile/reply-templates/${id}`}
                  data-row-link
                  className="font-medium hover:underline"
                >
                  {name}
                </Link>
              ) : (
                <span className="font-medium">{name}</span>
              )}
            </Td>
            <Td className="min-w-64">
              <span className="line-clamp-2 wrap-anywhere text-ink-muted">{start}</span>
            </Td>
            <Td>{uses.get(usedFor)}</Td>
            <Td>{shared && (own ? 'Shared by me' : `Shared by ${owner}`)}</Td>
            <Td>{mayChange && <DeleteReplyTemplate id={id} name={name} shared={shared} />}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

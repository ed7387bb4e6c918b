import { ActionButton } from '#components/actions/action-button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { undoChangeAction } from '#lib/audit-log/actions.ts';
import type { ListedEntry } from '#lib/audit-log/queries.ts';

/** ADM-12 · who did what, with the value before and after. */
export function AuditTable({ entries }: { entries: readonly ListedEntry[] }) {
  return (
    <DataTable
      caption="Audit log"
      stacked
      rows={entries}
      rowKey={(entry) => entry.id}
      columns={[
        { heading: 'When', cellClass: 'whitespace-nowrap', cell: (entry) => <ExactTime at={entry.at} /> },
        {
          heading: 'Who',
          cellClass: 'whitespace-nowrap',
          cell: (entry) => entry.person?.name ?? (entry.action.startsWith('sign-in') ? 'Nobody' : 'System'),
        },
        { heading: 'What', cellClass: 'md:min-w-32', cell: (entry) => entry.label },
        {
          heading: 'Subject',
          cellClass: 'max-md:basis-full md:min-w-40 wrap-anywhere',
          cell: (entry) => (
            <Link
              href={`/admin/audit?${new URLSearchParams({ subject: entry.subjectKey })}`}
              title={`Everything about ${entry.subject}`}
              className="hover:underline"
            >
              {entry.subject}
            </Link>
          ),
        },
        {
          heading: 'Old value',
          labeled: true,
          cellClass: 'wrap-anywhere text-ink-muted max-md:basis-full md:min-w-32',
          cell: (entry) => <Value text={entry.oldValue} />,
        },
        {
          heading: 'New value',
          labeled: true,
          cellClass: 'wrap-anywhere max-md:basis-full md:min-w-32',
          cell: (entry) => <Value text={entry.newValue} />,
        },
        { heading: 'Undo', headingHidden: true, cellClass: 'text-right', cell: (entry) => <Undoing entry={entry} /> },
      ]}
    />
  );
}

const LONG = 240;

/** A value; a long one is collapsed. */
function Value({ text }: { text: string | null }) {
  if (text === null || text.length <= LONG) return text;
  return (
    <details>
      <summary>{`${text.slice(0, LONG)}…`}</summary>
      {text}
    </details>
  );
}

function Undoing({ entry }: { entry: ListedEntry }) {
  const { undoes, undone, mayBeUndone } = entry;
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-2 text-ink-muted">
      {undoes && (
        <span>
          undoes the change of <ExactTime at={undoes} />
        </span>
      )}
      {undone && (
        <span>
          undone <ExactTime at={undone} />
        </span>
      )}
      {mayBeUndone && (
        <ActionButton
          action={undoChangeAction}
          input={{ entryId: entry.id }}
          icon={<Icon name="undo-2" />}
          aria-label={`Undo the change of ${entry.subject}`}
        >
          Undo
        </ActionButton>
      )}
    </div>
  );
}

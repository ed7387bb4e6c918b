import { ExactTime } from '#components/ui/exact-time.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { ListedEntry } from '#lib/audit/queries.ts';
import { UndoButton } from './undo-button.tsx';

/** ADM-12 · who did what, with the value before and after. */
export function AuditTable({ entries }: { entries: readonly ListedEntry[] }) {
  return (
    <Table caption="Audit log" stacked>
      <thead>
        <tr>
          <Th>When</Th>
          <Th>Who</Th>
          <Th>What</Th>
          <Th>Subject</Th>
          <Th>Old value</Th>
          <Th>New value</Th>
          <Th>
            <span className="sr-only">Undo</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <Td className="whitespace-nowrap">
              <ExactTime at={entry.at} />
            </Td>
            <Td className="whitespace-nowrap">
              {entry.person?.name ?? (entry.action.startsWith('sign-in') ? 'Nobody' : 'System')}
            </Td>
            <Td className="md:min-w-32">{entry.label}</Td>
            <Td className="max-md:basis-full md:min-w-40 wrap-anywhere">
              <Link
                href={`/admin/audit?${new URLSearchParams({ subject: entry.subjectKey })}`}
                title={`Everything about ${entry.subject}`}
                className="hover:underline"
              >
                {entry.subject}
              </Link>
            </Td>
            <Td data-label="Old value" className="wrap-anywhere text-ink-muted max-md:basis-full md:min-w-32">
              <Value text={entry.oldValue} />
            </Td>
            <Td data-label="New value" className="wrap-anywhere max-md:basis-full md:min-w-32">
              <Value text={entry.newValue} />
            </Td>
            <Td className="text-right">
              <Undoing entry={entry} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const LONG = 240;

/** A value; a long one is folded. */
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
      {mayBeUndone && <UndoButton entryId={entry.id} what={`the change of ${entry.subject}`} />}
    </div>
  );
}

import Link from 'next/link';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th, Tr } from '#components/ui/table.tsx';
import { adminTables } from '#lib/admin-table/admin-tables.ts';
import { relations } from '#lib/admin-table/relations.ts';
import { nameInText } from '#lib/admin-table/row-text.ts';
import { auditActions } from '#lib/audit/audit-actions.ts';
import type { ListedEntry } from '#lib/audit/queries.ts';
import { UndoButton } from './undo-button.tsx';

/** ADM-12 · who did what, with the value before and after. */
export function AuditTable({ entries }: { entries: readonly ListedEntry[] }) {
  return (
    <Table caption="Audit log">
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
          <Tr key={entry.id}>
            <Td className="whitespace-nowrap">
              <RelativeTime at={entry.at} />
            </Td>
            <Td className="whitespace-nowrap">
              {entry.person?.name ?? (entry.action.startsWith('sign-in') ? 'Nobody' : 'System')}
            </Td>
            <Td className="min-w-32">{auditActions[entry.action] ?? entry.action}</Td>
            <Td className="min-w-40 wrap-anywhere">
              <Link
                href={`/admin/audit?${new URLSearchParams({ subject: entry.subject })}`}
                title={`Everything about ${entry.subject}`}
                className="hover:underline"
              >
                {subjectText(entry)}
              </Link>
            </Td>
            <Td className="min-w-32 wrap-anywhere text-ink-muted">
              <Value text={entry.oldValue} />
            </Td>
            <Td className="min-w-32 wrap-anywhere">
              <Value text={entry.newValue} />
            </Td>
            <Td className="text-right">
              <Undoing entry={entry} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** A row of the look-up has no name: its values tell which one it is. Rows of adminTables are told by theirs. */
function subjectText({ action, subject, oldValue, newValue }: ListedEntry): string {
  const text = newValue ?? oldValue;
  const [noun = '', verb] = action.split('.');
  const told = text !== null && verb === 'changed';
  if (told && Object.hasOwn(adminTables, noun)) return nameInText(text);
  if (told && Object.hasOwn(relations, noun)) return text.replaceAll('"', '');
  return action === 'priority-lookup.changed' ? `dl_u_priority, row ${subject.slice(-6)}` : subject;
}

const LONG = 240;

/** A value as a person reads it: ids are for the undoing, and a long one is folded. */
function Value({ text }: { text: string | null }) {
  const shown = text?.replaceAll(/ <[0-9a-f-]{36}>/g, '') ?? '';
  if (shown.length <= LONG) return shown;
  return (
    <details>
      <summary>{`${shown.slice(0, LONG)}…`}</summary>
      {shown}
    </details>
  );
}

function Undoing({ entry }: { entry: ListedEntry }) {
  const { undoes, undone, mayBeUndone } = entry;
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-2 text-ink-muted">
      {undoes && (
        <span>
          undoes the change made <RelativeTime at={undoes} />
        </span>
      )}
      {undone && (
        <span>
          undone <RelativeTime at={undone} />
        </span>
      )}
      {mayBeUndone && <UndoButton entryId={entry.id} what={`the change of ${subjectText(entry)}`} />}
    </div>
  );
}

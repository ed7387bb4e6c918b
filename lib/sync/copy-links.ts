import { listed } from '#lib/platform/listed.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { links, singleLinkNames } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { type CommandContext, recordChanged } from '#lib/write/command-context.ts';
import { writeEntries } from '#lib/write/write-entry.ts';
import type { CopiedLinks } from './copied-links.ts';
import type { Effect } from './plan.ts';

/** SYNC-MAJ-6 · A related record that a child case got, or lost, through its major case. */
export type LinkCopy = { recordId: string; majorId: string; added: boolean };

export type LinksCopied = {
  values: Record<string, string | null>;
  lines: { rule: string; line: string }[];
  copies: LinkCopy[];
};

const nounOf = (field: string) =>
  singleLinkNames.flatMap((name) => (links[name].field === field ? [links[name].noun] : []))[0] ?? '';

/**
 * SYNC-MAJ-6 · Applies a major case's link changes to a child. An empty field takes the record; a field that still holds the
 * copy follows. The child's own link stays.
 */
export function copyLinks(child: TaskRecord, effects: readonly Effect[], known: CopiedLinks): LinksCopied {
  const copied: LinksCopied = { values: {}, lines: [], copies: [] };
  for (const { links: changes, sourceId: majorId } of effects)
    for (const { rule, field, from, to } of changes) {
      const own = fieldValue(child, field);
      const isCopied = own !== null && own === from && known.isCopied(child.id, field);
      if (own === to || (own !== null && !isCopied)) continue;
      copied.values[field] = to;
      for (const [recordId, added] of [
        [isCopied ? from : null, false],
        [to, true],
      ] as const) {
        if (recordId === null) continue;
        copied.lines.push({
          rule,
          line: `${nounOf(field)} ${known.numbers.get(recordId)} ${added ? 'associated' : 'removed'}.`,
        });
        copied.copies.push({ recordId, majorId, added });
      }
    }
  return copied;
}

const NAMED = 10;

type Copied = { number: string; copies: readonly LinkCopy[] };

/**
 * SYNC-MAJ-6, REL-11 · Notes in each related record's journal which child cases now have it, or no longer have it. The major
 * case is the source: readers who may not know it do not read the note (ACC-6).
 */
export async function noteCopies(context: CommandContext, children: readonly Copied[]): Promise<void> {
  const pairs = children.flatMap(({ number, copies }) => copies.map((copy) => ({ number, ...copy })));
  if (pairs.length === 0) return;
  const ids = [...new Set(pairs.flatMap(({ recordId, majorId }) => [recordId, majorId]))];
  const tasks = await context.tx.task.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, kind: true },
  });
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const groups = Map.groupBy(pairs, ({ recordId, majorId, added }) => JSON.stringify([recordId, majorId, added]));
  const entries = [...groups.values()].flatMap((group) => {
    const [{ recordId, majorId, added } = { recordId: '', majorId: '', added: false }] = group;
    const record = byId.get(recordId);
    if (!record) return [];
    recordChanged(context, { ...record, kind: record.kind as TaskKind });
    const numbers = group.map(({ number }) => number).toSorted();
    const cases = `${numbers.length === 1 ? '1 child case' : `${numbers.length.toLocaleString('en')} child cases`} of ${byId.get(majorId)?.number}`;
    const text = `${added ? 'Associated with' : 'Removed from'} ${cases}: ${listed(numbers.slice(0, NAMED), numbers.length)}.`;
    // The rules may already have written their own note for this cause. This one is the system's, as a command writes it.
    return [{ taskId: recordId, type: 'work_note' as const, text, authorId: null, sourceTaskId: majorId }];
  });
  await writeEntries(context, entries);
}

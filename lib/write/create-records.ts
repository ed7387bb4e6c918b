import { v7 as uuid } from 'uuid';
import { blankRecord } from '#lib/kinds/blank-record.ts';
import { definitionOf } from '#lib/kinds/definitions.ts';
import { withStateTimestamps } from '#lib/kinds/state-timestamps.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { asTaskRecord, type RecordOf } from '#lib/record/record.ts';
import { checkAssignees } from './check-assignees.ts';
import { type CommandContext, recordChanged } from './command-context.ts';
import { writeHistory } from './history.ts';
import { insertRecords } from './write-rows.ts';
import { updateContext } from './write-updates.ts';

/** Next numbers from the kind's sequence: unique under concurrency; gaps are allowed. */
async function nextNumbers(context: CommandContext, kind: TaskKind, count: number): Promise<string[]> {
  const sequence = `${kind}_numbers`;
  const rows = await context.tx.$queryRaw<{ n: bigint }[]>`
    /* prepared */ select nextval(${sequence}::regclass) as n from generate_series(1, ${count}::int)`;
  return rows.map(({ n }) => `${taskKinds[kind].prefix}${String(n).padStart(7, '0')}`);
}

export type CreateOptions = {
  /** REL-6: stores values as given, where the kind would otherwise compute some. */
  asGiven?: boolean;
  /** Sends no notification per record: a bulk creation notifies once. */
  silent?: boolean;
};

/**
 * Writes new records of a kind with numbers, first history entry and events, in a fixed number of statements. The caller checks
 * the values. Refused: what the kind's rules refuse; REC-5 an assignee who cannot work the record.
 */
export async function createRecords<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  values: readonly Partial<RecordOf<K>>[],
  { asGiven = false, silent = false }: CreateOptions = {},
): Promise<RecordOf<K>[]> {
  if (values.length === 0) return [];
  const definition = definitionOf(kind);
  const update = updateContext(context, {});
  const { at, actor } = context;
  const numbers = await nextNumbers(context, kind, values.length);
  const records = values.map((own, index): RecordOf<K> => {
    const blank = blankRecord(kind, { id: uuid(), number: numbers[index] ?? '', at, openedById: actor.id });
    const proposed: RecordOf<K> = { ...blank, ...own };
    const derived = asGiven ? proposed : definition.deriveFields(null, proposed, update);
    enforce(definition.validateUpdate(null, derived, update));
    return withStateTimestamps(kind, null, derived, update);
  });
  await checkAssignees(
    context.tx,
    records.map((after) => ({ before: null, after })),
  );
  await insertRecords(context.tx, kind, records);
  await writeHistory(
    context,
    kind,
    records.map((after) => ({ before: null, after, changed: ['state'] })),
  );
  for (const record of records) {
    recordChanged(context, record);
    if (!silent) context.events.push({ type: 'created', record: asTaskRecord(record) });
  }
  return records;
}

/** Creates one record. */
export async function createRecord<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  values: Partial<RecordOf<K>>,
  options: CreateOptions = {},
): Promise<RecordOf<K>> {
  const [record] = await createRecords(context, kind, [values], options);
  if (!record) throw new Error(`No ${kind} was created.`);
  return record;
}

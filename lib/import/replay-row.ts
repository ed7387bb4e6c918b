import { v5 as nameBasedUuid } from 'uuid';
import { createConsumer } from '#lib/customer/commands/create-consumer.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import type { ActorCache } from './actor-cache.ts';
import { caseFromLog, changeFromLog, commentFromLog, type RecordSnapshot } from './from-log.ts';
import type { LogRow } from './incident-log.ts';
import { type Replayed, replayedSoFar, writeProgress } from './progress.ts';

/** The result of replaying a row. */
export type ReplayedRow = {
  /** An earlier run has replayed it. */
  before: boolean;
  created: boolean;
  /** Notes in the case about the creation of its incident. */
  creationNotes: number;
  stateChanged: boolean;
  holdReasonChanged: boolean;
  updatedCount: number;
  disagrees: boolean;
  refused: string | null;
};

const nothing: ReplayedRow = {
  before: false,
  created: false,
  creationNotes: 0,
  stateChanged: false,
  holdReasonChanged: false,
  updatedCount: 0,
  disagrees: false,
  refused: null,
};

/** Namespace for caller ids: the same caller gets the same id in every run, so no caller is created twice. */
const CALLERS = '6f1c9a4e-52c7-4f0e-9b1c-3f1f0f6f7d11';

/**
 * Replays one row, the `ordinal`-th of its number, with the product's commands. The first row opens the case and creates the
 * incident from it. Each command stores its progress in the same transaction, so that a killed run can be repeated.
 */
export async function replayRow(row: LogRow, ordinal: number, actors: ActorCache): Promise<ReplayedRow> {
  const before = await replayedSoFar(row.number);
  if (before && before.ordinal >= ordinal) return { ...nothing, before: true };
  const made = { created: false, creationNotes: 0 };
  try {
    const begun = before?.incident ? { incident: before.incident, notes: 0 } : await begin(row, before, actors);
    made.created = !before?.incident;
    made.creationNotes = begun.notes;
    return { ...(await play(row, ordinal, begun.incident, await actors.actor(row.sys_updated_by))), ...made };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...nothing, ...made, refused: `${error.rule}: ${error.because}` };
  }
}

type Begun = { incident: NonNullable<Replayed['incident']>; notes: number };

/** Opens the case of a number, with the original author and time, and creates the incident from it. */
async function begin(row: LogRow, before: Replayed | null, actors: ActorCache): Promise<Begun> {
  const actor = await actors.actor(row.opened_by);
  return at(row.opened_at, async () => {
    const caseNumber = before?.caseNumber ?? (await openCase(row, actor));
    const notes = await transaction(async (tx) => {
      const { id } = await createFromCase(actor, { caseNumber, variant: 'incident', values: {} }, tx);
      await nameAfterLog(tx, id, row.number);
      return tx.journalEntry.count({ where: { task: { number: caseNumber }, sourceTaskId: id } });
    });
    const made = await replayedSoFar(row.number);
    if (!made?.incident) throw new Error(`The incident of ${row.number} is not there after it was made.`);
    return { incident: made.incident, notes };
  });
}

async function openCase(row: LogRow, actor: Actor): Promise<string> {
  const caller = row.caller_id ?? 'Unknown caller';
  const consumerId = await createConsumer(system, { id: nameBasedUuid(caller, CALLERS), name: caller });
  const values = { ...caseFromLog(row), consumerId };
  return transaction(async (tx) => {
    const { id, number } = await createTask(actor, { kind: 'case', values }, tx);
    await nameAfterLog(tx, id, row.number);
    await writeProgress(tx, row.number, 0);
    return number;
  });
}

/** Stores the log's number as the correlation id of the new record. */
async function nameAfterLog(tx: Db, id: string, correlationId: string): Promise<void> {
  await tx.task.update({ where: { id }, data: { correlationId } });
}

async function play(
  row: LogRow,
  ordinal: number,
  incident: RecordSnapshot & { number: string; version: number; priority: number },
  actor: Actor,
): Promise<ReplayedRow> {
  const values = changeFromLog(row, incident);
  if (Object.keys(values).length === 0) return { ...nothing, disagrees: incident.priority !== row.priority };
  const comment = commentFromLog(row, incident);
  const { number, version } = incident;
  const input = { kind: 'incident' as const, number, version, values, ...(comment ? { comment } : {}) };
  const outcome = await at(row.sys_updated_at, () =>
    transaction(async (tx) => {
      const updated = await updateTask(actor, input, tx);
      await writeProgress(tx, row.number, ordinal);
      return updated;
    }),
  );
  return {
    ...nothing,
    stateChanged: 'state' in values,
    holdReasonChanged: 'holdReason' in values && !('state' in values),
    updatedCount: outcome.updatedCount,
    disagrees: outcome.value.priority !== row.priority,
  };
}

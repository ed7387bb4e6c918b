import type { RefusedRecord } from '#lib/access/audit-refusal.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { createTask } from '#lib/task/commands/create-task.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import type { CreateRecords } from '../schema.ts';

/** What was made: the record, its related one where asked for, and why there is none if that was refused. */
export type Created = { record: TaskRecord; related: TaskRecord | null; refused: RefusedRecord | null };

/** Makes a record and, for a case, its related one by the same commands as the case's own menu (REL-5, REL-11). */
export async function createRecords(actor: Actor, { kind, values, related }: CreateRecords): Promise<Created> {
  const record = await createTask(actor, { kind, values });
  if (!related || kind !== 'case') return { record, related: null, refused: null };
  try {
    const made =
      'number' in related
        ? await associate(actor, { caseNumber: record.number, ...related })
        : await createFromCase(actor, { caseNumber: record.number, ...related });
    return { record, related: made, refused: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const number = 'number' in related ? related.number : record.number;
    return { record, related: null, refused: { number, rule: error.rule, because: error.because } };
  }
}

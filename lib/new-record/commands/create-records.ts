import type { Actor } from '#lib/platform/actor.ts';
import { together } from '#lib/platform/transaction.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { createTask } from '#lib/task/commands/create-task.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import type { CreateRecords } from '../schema.ts';

/** What was made: the record, and its related one where asked for. */
export type Created = { record: TaskRecord; related: TaskRecord | null };

/**
 * Makes a record and, for a case, its related one by the same commands as the case's own menu (REL-5, REL-11): both of them
 * or, where either is refused, neither (REC-5).
 */
export function createRecords(actor: Actor, { kind, values, related }: CreateRecords): Promise<Created> {
  return together(async () => {
    const record = await createTask(actor, { kind, values });
    if (!related || kind !== 'case') return { record, related: null };
    const caseNumber = record.number;
    const made =
      'number' in related
        ? await associate(actor, { caseNumber, ...related })
        : await createFromCase(actor, { caseNumber, ...related });
    return { record, related: made };
  });
}

import { createTask } from '#lib/engine/commands/create-task.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { inOneTransaction } from '#lib/platform/transaction.ts';
import { enforce, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { isPermittedToRelate } from '#lib/related/rules/may-relate.ts';
import { linkOfVariant } from '#lib/related/variant.ts';
import { permissionFields } from '#lib/write/permission-fields.ts';
import type { CreateRecords } from '../schema.ts';

/** The created record, and its related one if requested. */
export type Created = { record: TaskRecord; related: TaskRecord | null };

/** ACC-5 · Whether the actor's roles allow the related record of a case about to be created; checked before the values. */
function isPermittedWithIt(actor: Actor, { kind, values, related }: CreateRecords): Verdict {
  if (!related || kind !== 'case') return yes;
  const theCase = { ...permissionFields(kind, null, values), kind, majorCaseState: null };
  if ('number' in related) return isPermittedToRelate(actor, theCase, 'associate', related.link);
  return isPermittedToRelate(actor, theCase, 'create', linkOfVariant[related.variant]);
}

/**
 * Creates a record and, for a case, its related one by the same commands as the case's menu (REL-5, REL-11): both, or neither
 * if one is refused (REC-5).
 */
export function createRecords(actor: Actor, input: CreateRecords): Promise<Created> {
  const { kind, values, related } = input;
  return inOneTransaction(async () => {
    enforce(isPermittedWithIt(actor, input));
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

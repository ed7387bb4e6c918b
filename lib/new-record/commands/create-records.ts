import { createTask } from '#lib/engine/commands/create-task.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { together } from '#lib/platform/transaction.ts';
import { enforce, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { isPermittedToRelate } from '#lib/related/rules/may-relate.ts';
import { linkOfVariant } from '#lib/related/variant.ts';
import { permissionFields } from '#lib/write/permission-fields.ts';
import type { CreateRecords } from '../schema.ts';

/** What was made: the record, and its related one where asked for. */
export type Created = { record: TaskRecord; related: TaskRecord | null };

/** ACC-5 · Whether the roles allow the related record of a case that is not there yet; asked before its values are checked. */
function isPermittedWithIt(actor: Actor, { kind, values, related }: CreateRecords): Verdict {
  if (!related || kind !== 'case') return yes;
  const theCase = { ...permissionFields(kind, null, values), kind, majorCaseState: null };
  if ('number' in related) return isPermittedToRelate(actor, theCase, 'associate', related.link);
  return isPermittedToRelate(actor, theCase, 'create', linkOfVariant[related.variant]);
}

/**
 * Makes a record and, for a case, its related one by the same commands as the case's own menu (REL-5, REL-11): both of them
 * or, where either is refused, neither (REC-5).
 */
export function createRecords(actor: Actor, input: CreateRecords): Promise<Created> {
  const { kind, values, related } = input;
  return together(async () => {
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

import { may, mayAssign, maySeeCustomerOf } from '#lib/access/policy.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { checkParent } from '#lib/reactions/incident/check-parent.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { asTaskRecord, type RecordOf } from '#lib/record/record.ts';
import { requiredFieldsAreSet } from '#lib/record/rules/required-fields.ts';
import type { CreateTask } from '#lib/record/schema.ts';
import { checkOwners } from '#lib/write/check-owners.ts';
import { checkValues } from '#lib/write/check-values.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { createRecord } from '#lib/write/create-records.ts';
import { permissionFields } from '#lib/write/permission-fields.ts';
import { startingValues } from '#lib/write/starting-values.ts';
import { runCommand } from '../command.ts';
import { isCreatedWithAForm } from '../rules/created-with-a-form.ts';

/**
 * Creates a record from a form (REC-5). Refused: ACC-6 without the role, REL-8 if the kind is ordered from the catalog,
 * and what the kind's rules refuse. `within`: an open transaction to use.
 */
export async function createTask<K extends TaskKind>(
  actor: Actor,
  { kind, values }: CreateTask & { kind: K },
  within?: Db,
): Promise<RecordOf<K>> {
  const work = async (context: CommandContext): Promise<RecordOf<K>> => {
    const proposedFields = permissionFields(kind, null, values);
    enforce(
      may(actor, 'create', kind),
      maySeeCustomerOf(actor, proposedFields),
      mayAssign(actor, null, proposedFields),
    );
    enforce(
      isCreatedWithAForm(kind),
      requiredFieldsAreSet(definitions[kind].fields, definitions[kind].defaults, values),
    );
    const settable = (field: { edit: string }, name: string) => field.edit === 'form' && name !== 'state';
    const checked = await checkValues(context, kind, values, { settable, record: null });

    const started = await startingValues(context, kind, checked);
    const record = await createRecord(context, kind, { ...checked, ...started });
    await checkOwners(context, kind, null, record);
    await checkParent(context, null, asTaskRecord(record));
    return record;
  };
  return (await runCommand(actor, `create-${kind}`, work, within)).value;
}

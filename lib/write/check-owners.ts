import { definitionOf } from '#lib/kinds/definitions.ts';
import { isOwnedBy } from '#lib/kinds/reference.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from './command-context.ts';
import { updateContext } from './write-updates.ts';

/**
 * REC-5 · A customer's things, such as assets, can be set only on that customer's records. Checks newly set values, and all
 * existing ones if the record's customer changes.
 */
export async function checkOwners<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  before: RecordOf<K> | null,
  proposed: RecordOf<K>,
): Promise<void> {
  const definition = definitionOf(kind);
  const after = definition.deriveFields(before, proposed, updateContext(context, {}));
  const isOthers = before?.accountId !== after.accountId || before.consumerId !== after.consumerId;
  for (const [name, field] of Object.entries(definition.fields)) {
    const id = fieldValue(after, name);
    if (field.type !== 'reference' || !field.ofCustomer || id === null) continue;
    if (!isOthers && before && fieldValue(before, name) === id) continue;
    if (await isOwnedBy(context.tx, field.target, String(id), after)) continue;
    throw new Refusal('REC-5', `${field.label}: it does not belong to the customer of this record.`, { field: name });
  }
}

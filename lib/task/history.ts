import { type CommandContext, ensureCause } from './command-context.ts';
import type { TaskRecord } from './definition.ts';
import { definitions } from './definitions.ts';
import { type FieldValue, plainDisplay } from './field.ts';
import { fieldValue } from './field-value.ts';
import { findReferences } from './reference.ts';

const asText = (value: FieldValue) => (value === null ? null : String(value));

/** How fields of two versions of a record read: references by name, choices by label. */
async function displays(context: CommandContext, records: readonly TaskRecord[], names: readonly string[]) {
  const shown = new Map<string, string>();
  for (const name of names) {
    const field = definitions[records[0]?.kind ?? 'case'].fields[name];
    if (!field) continue;
    const values = records.map((record) => fieldValue(record, name));
    if (field.type === 'reference') {
      const ids = values.filter((value): value is string => typeof value === 'string');
      for (const { id, label } of await findReferences(context.tx, field.target, ids))
        shown.set(`${name} ${id}`, label);
    } else for (const value of values) shown.set(`${name} ${value}`, plainDisplay(field, value));
  }
  return (name: string, value: FieldValue) => shown.get(`${name} ${value}`) ?? '';
}

/** REC-2 · Every changed field with old and new value, in the transaction of the change. */
export async function writeHistory(
  context: CommandContext,
  before: TaskRecord | null,
  after: TaskRecord,
  changed: readonly string[],
) {
  const causeId = await ensureCause(context, after.id);
  const display = await displays(context, before ? [before, after] : [after], changed);
  await context.tx.fieldChange.createMany({
    data: changed.map((field) => {
      const from = before ? fieldValue(before, field) : null;
      const to = fieldValue(after, field);
      return {
        taskId: after.id,
        causeId,
        version: after.version,
        field,
        oldValue: asText(from),
        newValue: asText(to),
        oldDisplay: display(field, from),
        newDisplay: display(field, to),
        changedAt: context.at,
      };
    }),
  });
}

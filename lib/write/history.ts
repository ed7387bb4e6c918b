import { definitions } from '#lib/kinds/definitions.ts';
import { findReferences } from '#lib/kinds/reference.ts';
import { type FieldValue, plainDisplay } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { AnyRecord } from '#lib/record/record.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';
import { type CommandContext, ensureCause } from './command-context.ts';

/** A record's changes; `before` is null for a new record. */
export type Changed = { before: AnyRecord | null; after: AnyRecord; changed: readonly string[] };

const asText = (value: FieldValue) => (value === null ? null : String(value));

const valueIn = (record: AnyRecord | null, field: string) => (record ? fieldValue(record, field) : null);

/** Names of records in changed references, by id: one query per type. */
async function namesOf(
  context: CommandContext,
  kind: TaskKind,
  changes: readonly Changed[],
): Promise<Map<string, string>> {
  const ids = new Map<ReferenceKind, Set<string>>();
  for (const { before, after, changed } of changes)
    for (const name of changed) {
      const field = definitions[kind].fields[name];
      if (field?.type !== 'reference') continue;
      const named = ids.get(field.target) ?? new Set();
      for (const value of [valueIn(before, name), valueIn(after, name)]) if (value !== null) named.add(String(value));
      ids.set(field.target, named);
    }
  const names = new Map<string, string>();
  for (const [target, named] of ids)
    for (const { id, label } of await findReferences(context.tx, target, [...named])) names.set(id, label);
  return names;
}

/**
 * REC-2 · Writes each changed field's old and new value, with display values, in the change's transaction. One statement for
 * all records of a kind; a change that many records share is sent once.
 */
export async function writeHistory(
  context: CommandContext,
  kind: TaskKind,
  changes: readonly Changed[],
): Promise<void> {
  const [first] = changes;
  if (!first) return;
  const causeId = ensureCause(context, first.after.id);
  const names = await namesOf(context, kind, changes);
  const display = (name: string, value: FieldValue) => {
    const field = definitions[kind].fields[name];
    if (!field) return '';
    return field.type === 'reference' ? (names.get(String(value)) ?? '') : plainDisplay(field, value);
  };
  const contents = new Map<string, number>();
  const rows: { taskId: string; version: number; content: number }[] = [];
  for (const { before, after, changed } of changes)
    for (const name of changed) {
      const [from, to] = [valueIn(before, name), valueIn(after, name)];
      const key = JSON.stringify([name, asText(from), asText(to), display(name, from), display(name, to)]);
      const content = contents.get(key) ?? contents.size;
      contents.set(key, content);
      rows.push({ taskId: after.id, version: after.version, content });
    }
  await context.tx.$executeRaw`
    insert into field_changes (task_id, cause_id, version, field, old_value, new_value, old_display, new_display, changed_at)
    select r.task_id, ${causeId}::uuid, r.version, c.value ->> 0, c.value ->> 1, c.value ->> 2, c.value ->> 3, c.value ->> 4, ${context.at}
    from unnest(${rows.map(({ taskId }) => taskId)}::uuid[], ${rows.map(({ version }) => version)}::int[],
                ${rows.map(({ content }) => content)}::int[]) r(task_id, version, content)
    join jsonb_array_elements(${`[${[...contents.keys()].join(',')}]`}::jsonb) with ordinality c(value, n) on c.n = r.content + 1`;
}

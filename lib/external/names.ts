import { definitions } from '#lib/kinds/definitions.ts';
import type { Field } from '#lib/record/field.ts';
import { recordFields } from '#lib/record/fields.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** A field of a kind with the property of the record that holds it. */
export type NamedField = { name: string; field: Field };

const named = (fields: Readonly<Record<string, Field>>): NamedField[] =>
  Object.entries(fields).map(([name, field]) => ({ name, field }));

const { number, id, ...others } = recordFields;

/** ADM-10 · Everything that a record of a kind says outside, in order: what it is, its fields, and what the product keeps. */
export function externalFields(kind: TaskKind): NamedField[] {
  return [...named({ number, id }), ...named(definitions[kind].fields), ...named(others)];
}

/** The names of all that outside, in the same order: the first line of a file. */
export function externalNames(kind: TaskKind): string[] {
  return externalFields(kind).map(({ field }) => field.external);
}

/** ADM-10 · The field of a kind that has this name outside; undefined where none has. */
export function fieldCalled(kind: TaskKind, external: string): NamedField | undefined {
  return externalFields(kind).find(({ field }) => field.external === external || field.alsoCalled?.includes(external));
}

import { definitions } from '#lib/kinds/definitions.ts';
import type { Field } from '#lib/record/field.ts';
import { recordFields } from '#lib/record/fields.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** A field of a kind with its property name in the record. */
export type NamedField = { name: string; field: Field };

const named = (fields: Readonly<Record<string, Field>>): NamedField[] =>
  Object.entries(fields).map(([name, field]) => ({ name, field }));

const { number, id, ...others } = recordFields;

/** ADM-10 · All exported fields of a kind, in order: identity, its own fields, and fields that the product maintains. */
export function externalFields(kind: TaskKind): NamedField[] {
  return [...named({ number, id }), ...named(definitions[kind].fields), ...named(others)];
}

/** The external names of these fields, in the same order: the header line of a file. */
export function externalNames(kind: TaskKind): string[] {
  return externalFields(kind).map(({ field }) => field.external);
}

/** ADM-10 · The field of a kind with this external name; undefined if there is none. */
export function findField(kind: TaskKind, external: string): NamedField | undefined {
  return externalFields(kind).find(({ field }) => field.external === external || field.alsoCalled?.includes(external));
}

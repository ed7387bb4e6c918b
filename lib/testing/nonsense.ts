import fc from 'fast-check';
import { z } from 'zod';

/** Texts that have broken software: null characters, lone surrogates, percent signs, prototypes, injections. */
const TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '%',
  '%00',
  '%E0%A4%A',
  '\ud800',
  '\u202egpj.exe',
  '__proto__',
  'constructor',
  '$undefined',
  '$1',
  "'; drop table tasks; --",
  '../../etc/passwd',
  '0',
  '-1',
  '1e309',
  'NaN',
  '2026-02-30',
  '9999-12-31T23:59:59.999Z',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(40_000),
  '한'.repeat(5_000),
];

type Schema = z.core.JSONSchema.BaseSchema;

/** Random input: mostly of the requested shape, with values known to the database, but often not. */
export function nonsense(shape: z.ZodType | undefined, known: readonly string[]): fc.Arbitrary<unknown> {
  const text = fc.oneof(fc.constantFrom(...known), fc.constantFrom(...TEXTS), fc.string({ unit: 'binary' }), fc.uuid());
  const anything = fc.oneof(text, fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }));
  if (!shape) return anything;

  const like = (schema: Schema | boolean | undefined): fc.Arbitrary<unknown> => {
    if (typeof schema !== 'object') return anything;
    return fc.oneof({ weight: 9, arbitrary: exactly(schema) }, { weight: 1, arbitrary: anything });
  };
  const exactly = (schema: Schema): fc.Arbitrary<unknown> => {
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.const !== undefined) return fc.constant(schema.const);
    const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
    if (choices) return fc.oneof(...choices.map(like));
    if (schema.type === 'object') {
      const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, like(field)] as const);
      if (fields.length === 0) return fc.dictionary(text, anything, { maxKeys: 4 });
      return fc.record(Object.fromEntries(fields), { requiredKeys: fields.slice(0, 2).map(([name]) => name) });
    }
    if (schema.type === 'array') {
      const items = Array.isArray(schema.items) ? schema.items[0] : schema.items;
      return fc.array(like(items), { maxLength: 4 });
    }
    if (schema.type === 'integer' || schema.type === 'number') return fc.oneof(fc.integer(), fc.double(), text);
    if (schema.type === 'boolean') return fc.boolean();
    return schema.type === 'string' ? text : anything;
  };
  return like(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }));
}

/** The same as names with texts, as in a URL or form; a list repeats its name. */
export function asTexts(sent: unknown): [string, string][] {
  return Object.entries(Object(sent)).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, typeof each === 'string' ? each : asJson(each)]),
  );
}

/** The same as form data. */
export function asForm(sent: unknown): FormData {
  const form = new FormData();
  for (const [name, text] of asTexts(sent)) form.append(name, text);
  return form;
}

const noBigInt = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/** As JSON, if it can be serialized. */
export const asJson = (sent: unknown): string => JSON.stringify(sent, noBigInt) ?? '';

import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { SaveRow } from '#lib/admin-table/schema.ts';
import { MoveCase } from '#lib/case/schema.ts';
import { AddPerson, CreateAccount } from '#lib/customer/schema.ts';
import { PreviewArticle, WriteArticle } from '#lib/knowledge/schema.ts';
import { CreateRelated } from '#lib/related/schema.ts';
import { SaveView } from '#lib/saved-view/schema.ts';
import { CreateUser } from '#lib/user/schema.ts';
import { AddEntry, CreateTask, FieldValues, UpdateTask } from './schema.ts';

const text = 'a\0b';
const record = { kind: 'case', number: 'CS00\x0001001' } as const;
const article = { title: text, text, readers: 'internal', published: true } as const;
const person = { name: text, email: 'a\0@b.test', password: '' };

/** All possible user input, with a character 0 in each text. */
const typed: readonly [what: string, parse: () => unknown][] = [
  ['values of a new record', () => CreateTask.parse({ kind: 'case', values: { [text]: text } })],
  [
    'values, comment and work note of an update',
    () => UpdateTask.parse({ ...record, version: 1, values: { description: text }, comment: text, workNote: text }),
  ],
  ['an entry', () => AddEntry.parse({ ...record, type: 'comment', text })],
  ['a view', () => SaveView.parse({ kind: 'case', name: text, query: text })],
  ['a user', () => CreateUser.parse(person)],
  ['a customer', () => AddPerson.parse(person)],
  ['an account', () => CreateAccount.parse({ name: text, phone: text, address: text })],
  ['an article', () => WriteArticle.parse({ ...article, number: text })],
  ['a preview', () => PreviewArticle.parse({ text })],
  ['a row of an admin table', () => SaveRow.parse({ table: 'product', name: text })],
];

describe('form input', () => {
  it.each(typed)('REC-5, Q-13 · %s: without the character 0, which no text of the database has', (_what, parse) => {
    const kept = JSON.stringify(parse());
    expect(kept).not.toContain(String.raw`\u0000`);
    expect(kept.toLowerCase()).toMatch(/ab|"text":"ab"/);
  });
});

describe('how much may be asked for', () => {
  const values = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`field${n}`, '']));

  it.each([
    ['a new record', (given: object) => CreateTask.safeParse({ kind: 'case', values: given })],
    ['an update', (given: object) => UpdateTask.safeParse({ ...record, version: 1, values: given })],
    ['a row of an admin table', (given: object) => SaveRow.safeParse({ table: 'product', name: 'a', ...given })],
    [
      'a button of a case',
      (given: object) => MoveCase.safeParse({ number: 'CS1', version: 1, verb: 'accept', values: given }),
    ],
    [
      'a record from a case',
      (given: object) => CreateRelated.safeParse({ caseNumber: 'CS1', variant: 'incident', values: given }),
    ],
  ] as const)('ACC-12 · %s has at most 200 values', (_what, parse) => {
    expect(parse(values(190)).success).toBe(true);
    expect(parse(values(201)).error?.issues).toMatchObject([{ message: 'At most 200 values are set at once.' }]);
  });

  it('ACC-12 · more values than any form has are refused before one of them is read', () => {
    const read = vi.fn();
    const each = { get: read, enumerable: true };
    const names = Object.keys(values(45_000));
    const many = Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, each])));
    expect(FieldValues.safeParse(many).success).toBe(false);
    expect(read).not.toHaveBeenCalled();
  });

  it('REC-5 · values are an object', () => {
    for (const none of [null, 'text', 7, [], undefined])
      expect(FieldValues.safeParse(none).success, String(none)).toBe(false);
  });

  const schemas = import.meta.glob<Record<string, unknown>>(['../*/schema.ts', '../list/count-changed.ts'], {
    eager: true,
  });
  const named = Object.entries(schemas).flatMap(([file, exported]) =>
    Object.entries(exported).flatMap(([name, schema]) =>
      schema instanceof z.ZodType ? [[`${file} ${name}`, schema] as const] : [],
    ),
  );

  /** The maximum of every number in a schema, at any depth. */
  function limitsIn(shape: unknown): number[] {
    if (typeof shape !== 'object' || shape === null) return [];
    const isNumber = 'type' in shape && (shape.type === 'integer' || shape.type === 'number');
    const own = isNumber ? ['maximum' in shape ? Number(shape.maximum) : Number.POSITIVE_INFINITY] : [];
    return [...own, ...Object.values(shape).flatMap(limitsIn)];
  }

  it('Q-13 · no number that arrives is greater than a column of the database', () => {
    // Field values are checked by their kind; the size in upload headers is only compared.
    const limits = named
      .filter(([name]) => !name.endsWith('UploadHeaders'))
      .flatMap(([name, schema]) =>
        limitsIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })).map((most) => ({ name, most })),
      );
    expect(limits.length).toBeGreaterThan(5);
    expect(limits.filter(({ most }) => most > 2 ** 31 - 1)).toEqual([]);
  });
});

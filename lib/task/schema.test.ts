import { describe, expect, it } from 'vitest';
import { SaveRow } from '#lib/admin-table/schema.ts';
import { AddPerson, CreateAccount } from '#lib/customer/schema.ts';
import { PreviewArticle, WriteArticle } from '#lib/knowledge/schema.ts';
import { SaveView } from '#lib/saved-view/schema.ts';
import { CreateUser } from '#lib/user/schema.ts';
import { AddEntry, CreateTask, UpdateTask } from './schema.ts';

const text = 'a\0b';
const record = { kind: 'case', number: 'CS00\x0001001' } as const;
const article = { title: text, text, readers: 'internal', published: true } as const;
const person = { name: text, email: 'a\0@b.test', password: '' };

/** Everything that somebody may type, with a character 0 in each text. */
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

describe('what arrives from a form', () => {
  it.each(typed)('REC-5, Q-13 · %s: without the character 0, which no text of the database has', (_what, parse) => {
    const kept = JSON.stringify(parse());
    expect(kept).not.toContain(String.raw`\u0000`);
    expect(kept.toLowerCase()).toMatch(/ab|"text":"ab"/);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { db, Prisma } from './db.ts';
import { folded } from './folded.ts';
import { holds } from './folded-sql.ts';

async function containsWords(text: string, words: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ holds: boolean }[]>`select ${holds(Prisma.sql`${text}::text`, words)} as holds`;
  return row?.holds ?? false;
}

it.each([
  ['Düsseldorf', 'dusseldorf'],
  ['Du\u0308sseldorf', 'düsseldorf'],
  ['Düsseldorf', 'DU\u0308SSEL'],
  ['Hauptstraße 5', 'strasse'],
  ['STRASSE', 'straße'],
  ['Łódź', 'lodz'],
  ['Lodz', 'ŁÓDŹ'],
  ['Ærøskøbing', 'aeroskobing'],
  ['Ｔｏｋｙｏ', 'tokyo'],
  ['東京タワー', 'タワー'],
  ['東京ﾀﾜｰ', 'タワー'],
  ['부산 남구청', '남구'],
  ['부산 남구청'.normalize('NFD'), '남구'],
  ['ΟΔΟΣ', 'οδος'],
])('Q-13 · %s is found by %s', async (text, words) => {
  expect(await containsWords(text, words)).toBe(true);
});

it.each([
  ['Düsseldorf', 'duesseldorf'],
  ['50 m', '5_'],
  ['タ', 'ダ'],
])('Q-13 · %s is not found by %s', async (text, words) => {
  expect(await containsWords(text, words)).toBe(false);
});

it('Q-13 · the database folds text as JavaScript does', async () => {
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from('aZéÉüßẞŁłØøÆœþĐđİıςΣЙй한글ガｶﾞﬁ…½ \u0301\u0308')),
    maxLength: 30,
  });
  const texts = fc.sample(letters, { numRuns: 300, seed: 27 });
  const rows = await db().$queryRaw<{ folded: string }[]>`
    select folded(x.text) from unnest(${texts}::text[]) with ordinality x(text, place) order by place`;
  expect(rows.map((row) => row.folded)).toEqual(texts.map(folded));
});

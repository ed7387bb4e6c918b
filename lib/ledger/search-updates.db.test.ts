import { beforeAll, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { db } from '#lib/platform/db.ts';
import { placeText } from '#lib/platform/keyset.ts';
import { anUpdateWithMails } from '#lib/testing/failed-update.ts';
import { anIncident, anotherCaseOf, change, world } from '#lib/testing/world.ts';
import { searchUpdates } from './queries/search-updates.ts';
import { LedgerSearch } from './schema.ts';

const w = await world();
let moved: string;
let commented: string;
let failed: string;
beforeAll(async () => {
  const [one, two, three] = [await anIncident(w), await anIncident(w), await anIncident(w)];
  for (const incident of [one, two]) await anotherCaseOf(w, incident);
  await change(w.ian, one, { state: 'in_progress' });
  await addEntry(w.mia, { kind: 'incident', number: two.number, type: 'comment', text: 'Hello.' });
  await anUpdateWithMails(three.id, ['failed', 'sent']);
  [moved, commented, failed] = [one.number, two.number, three.number];
});

const found = async (address: Record<string, string>) =>
  (await searchUpdates(w.adam, LedgerSearch.parse(address))).updates.map(({ number }) => number);

it('SYNC-6 · administrators find updates by record, rule, person, day and failed emails, the newest first', async () => {
  expect(await found({})).toEqual([failed, commented, moved]);
  expect(await found({ number: moved.toLowerCase() })).toEqual([moved]);
  expect(await found({ rule: 'SYNC-INC-4' })).toEqual([commented]);
  expect(await found({ person: 'ian itil' })).toEqual([moved]);
  expect(await found({ failed: 'yes' })).toEqual([failed]);
  expect(await found({ days: '..2020-01-01' })).toEqual([]);
  expect(await found({ days: '2020-01-01..2990-01-01', rule: 'SYNC-INC-1' })).toEqual([failed, moved]);
  expect(await found({ days: 'nonsense', after: 'nowhere', failed: '7' })).toEqual([failed, commented, moved]);
});

it('SYNC-6 · turns pages by the place of a row', async () => {
  const { updates } = await searchUpdates(w.adam, LedgerSearch.parse({}));
  const [newest, second] = updates.map(({ at, id }) => placeText({ at: new Date(at), id }));
  expect(await found({ after: newest ?? '' })).toEqual([commented, moved]);
  expect(await found({ before: second ?? '' })).toEqual([failed]);
});

it.each(['mia', 'ian', 'cora'] as const)('SYNC-6, ACC-6 · %s, no administrator, searches no ledger', async (name) => {
  await expect(searchUpdates(w[name], LedgerSearch.parse({}))).rejects.toMatchObject({ rule: 'ACC-6' });
  expect(await db().ledgerUpdate.count()).toBe(3);
});

it('SYNC-6 · has 25 updates a page', async () => {
  const { id } = await anIncident(w);
  for (let n = 0; n < 26; n++) await anUpdateWithMails(id, []);
  const { updates, older } = await searchUpdates(w.adam, LedgerSearch.parse({}));
  expect([updates.length, older === null]).toEqual([25, false]);
});

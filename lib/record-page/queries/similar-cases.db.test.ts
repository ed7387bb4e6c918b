import { beforeEach, describe, expect, test } from 'vitest';
import { GET } from '#app/api/similar/route.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, anIncident, change, makeMajor, setIntegrationActive, world } from '#lib/testing/world.ts';
import type { Values } from '#lib/write/check-values.ts';
import { recordView } from './record-view.ts';
import { similarCases } from './similar-cases.ts';

const w = await world();

/** Cancels the cases of other tests, as cancelled cases resemble nothing. */
let subject = 0;
let title: string;
beforeEach(async () => {
  const cancelled = { state: 'cancelled', active: false, closedAt: new Date() };
  await db().task.updateMany({ where: { kind: 'case', active: true }, data: cancelled });
  subject += 1;
  title = `Beacon${subject} lantern${subject} flickers`;
});

/** A case of a consumer, so that no account is shared unless the values say so. */
const lonely = (values: Values = {}) =>
  aCase(w, { shortDescription: `Unlike${subject}`, consumerId: w.jane.id, ...values });

async function similarTo({ number }: { number: string }, actor: Actor = w.ava) {
  const view = await recordView(actor, 'case', number);
  if (!view) throw new Error(`${number} cannot be seen.`);
  return similarCases(actor, view);
}
const numbers = (cases: readonly { number: string }[]) => cases.map(({ number }) => number);

describe('REL-18 · similar cases', () => {
  test('REL-18 · neither the major case nor its children are among those of a child, nor its children among its own', async () => {
    const [major, child, sibling, stranger] = [
      await lonely({ shortDescription: title }),
      await lonely({ shortDescription: title }),
      await lonely({ shortDescription: title }),
      await lonely({ shortDescription: title }),
    ];
    await makeMajor(major, child, sibling);
    expect(numbers(await similarTo(child))).toEqual([stranger.number]);
    expect(numbers(await similarTo(major))).toEqual([stranger.number]);
    expect(numbers(await similarTo(stranger)).toSorted()).toEqual([major, child, sibling].map(({ number }) => number));
  });

  test('REL-18 · each lists its similarities, and the most similar come first', async () => {
    const mine = await aCase(w, { shortDescription: title, configurationItemId: w.sdwan, productId: w.product });
    const byAccount = await aCase(w, { shortDescription: `Other${subject}` });
    const byProduct = await lonely({ productId: w.product });
    const byWords = await lonely({ shortDescription: `At night the lantern${subject} flickers` });
    const byItem = await lonely({ configurationItemId: w.sdwan });
    const byTwo = await lonely({ configurationItemId: w.sdwan, productId: w.product });
    await lonely();
    await anIncident(w, { shortDescription: title, configurationItemId: w.sdwan });
    const found = await similarTo(mine);
    expect(numbers(found)).toEqual([byTwo, byItem, byWords, byProduct, byAccount].map(({ number }) => number));
    expect(found.map(({ reasons }) => reasons)).toEqual([
      ['Same configuration item', 'Same product'],
      ['Same configuration item'],
      ['Similar words'],
      ['Same product'],
      ['Same account'],
    ]);
    expect(found[2]).toMatchObject({ title: byWords.shortDescription, state: { label: 'New' } });
  });

  test('REL-18 · at most five, of the same likeness those that changed last; nothing of it shared is nothing found', async () => {
    const mine = await lonely({ shortDescription: title });
    const others = [];
    for (let made = 0; made < 7; made++) others.push(await lonely({ shortDescription: title }));
    const [first, second] = others;
    if (!first || !second) throw new Error('Nothing was made.');
    await change(w.ava, first, { priority: 1 });
    expect(numbers(await similarTo(mine))).toEqual([first, ...others.slice(3).reverse()].map(({ number }) => number));
    expect(await similarTo(await lonely())).toEqual([]);
  });

  test('REL-18 · resolved within thirty days counts, longer ago or cancelled does not', async () => {
    const mine = await lonely({ shortDescription: title });
    const solve = async (resolvedAt: Date) => {
      const { id, number } = await lonely({ shortDescription: title });
      const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Tightened.' };
      await moveCase(w.ava, { number, verb: 'propose-solution', values });
      await db().task.update({ where: { id }, data: { resolvedAt } });
      return number;
    };
    const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
    const recently = await solve(days(29));
    const closed = await solve(days(3));
    await db().task.update({ where: { number: closed }, data: { state: 'closed', active: false, closedAt: days(1) } });
    await solve(days(31));
    const { number } = await lonely({ shortDescription: title });
    await moveCase(w.ava, { number, verb: 'cancel' });
    expect(numbers(await similarTo(mine))).toEqual([closed, recently]);
  });

  test.each([
    ['Same account', () => ({ accountId: w.boxeo }), {}],
    ['Same configuration item', () => ({ configurationItemId: w.sdwan }), { consumer: true }],
  ])(
    'REL-18 · %s: a case is found behind a hundred newer incidents that share it',
    async (reason, shared, { consumer = false }: { consumer?: boolean }) => {
      // Without words, as the query for words also checks the newest cases.
      const values = { shortDescription: 'Off', ...(consumer ? { consumerId: w.jane.id, ...shared() } : {}) };
      const [mine, alike] = [await aCase(w, values), await aCase(w, values)];
      const time = new Date(Date.now() + 60_000);
      const incident = {
        kind: 'incident' as const,
        shortDescription: 'Newer',
        state: 'new',
        openedAt: time,
        createdAt: time,
        updatedAt: time,
      };
      const numbered = Array.from({ length: 101 }, (_, n) => ({
        ...incident,
        ...shared(),
        number: `INC${8_000_000 + subject * 1_000 + n}`,
      }));
      const newer = await db().task.createManyAndReturn({ data: numbered, select: { id: true } });
      await db().incident.createMany({ data: newer });
      expect(await similarTo(mine)).toMatchObject([{ number: alike.number, reasons: [reason] }]);
    },
  );

  test('REL-18, ACC-6 · only cases that the actor may read', async () => {
    const mine = await aCase(w, { shortDescription: title });
    const ofAccount = await aCase(w, { shortDescription: title });
    const ofConsumer = await lonely({ shortDescription: title });
    expect(numbers(await similarTo(mine, w.ava))).toEqual([ofConsumer.number, ofAccount.number].toSorted());
    expect(numbers(await similarTo(mine, w.pat))).toEqual([ofAccount.number]);
  });

  test('REL-18, REL-16 · each lists its related records, hidden ones by number only', async () => {
    const mine = await aCase(w, { shortDescription: title });
    const other = await lonely({ shortDescription: title });
    const incident = await anIncident(w);
    await associate(w.ava, { caseNumber: other.number, link: 'incident', number: incident.number });
    const relatedFor = async (actor: Actor) => (await similarTo(mine, actor))[0]?.related;
    const seen = { href: `/workspace/incidents/${incident.number}`, state: { label: 'New' } };
    expect(await relatedFor(w.ava)).toMatchObject([
      { link: 'incident', label: 'Incident', number: incident.number, seen, mayAssociate: true },
    ]);
    await db().task.update({ where: { id: other.id }, data: { consumerId: null } });
    expect(await relatedFor(w.pat)).toMatchObject([{ number: incident.number, seen: null, mayAssociate: false }]);
    await setIntegrationActive('com.sn_cs_sm', false);
    expect(await relatedFor(w.ava)).toEqual([]);
    await setIntegrationActive('com.sn_cs_sm', true);
  });

  test('REL-18, REL-4, REL-10 · an association that would be refused is not offered: an occupied field, an ended record', async () => {
    const mine = await aCase(w, { shortDescription: title });
    const other = await lonely({ shortDescription: title });
    const incident = await anIncident(w);
    await associate(w.ava, { caseNumber: other.number, link: 'incident', number: incident.number });
    const offered = async (actor: Actor = w.ava) => (await similarTo(mine, actor))[0]?.related[0]?.mayAssociate;
    expect(await offered()).toBe(true);
    expect(await offered(w.vic)).toBe(false);
    const own = await anIncident(w);
    await associate(w.ava, { caseNumber: mine.number, link: 'incident', number: own.number });
    expect(await offered()).toBe(false);
    await db().case.update({ where: { id: mine.id }, data: { incidentId: null } });
    await change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Known.' });
    expect(await offered()).toBe(false);
  });

  test.each(['', '%20', '%E2%80%8B'])(
    'REC-5 · to the number "%s" there are none: the request is malformed',
    async (number) => {
      signedIn.actor = w.ava;
      const response = await GET(new Request(`http://localhost:3000/api/similar?number=${number}`));
      expect([response.status, await response.json()]).toMatchObject([400, { rule: 'REC-5' }]);
    },
  );
});

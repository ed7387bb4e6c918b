import { describe, expect, it } from 'vitest';
import { aCase, anIncident, change, world } from '#lib/testing/world.ts';
import { countChanged } from './count-changed.ts';

const w = await world();

const asked = (query: string, changed: { id: string }[], shown: { number: string; version: number }[] = []) => ({
  kind: 'case' as const,
  query,
  changed: changed.map(({ id }) => id),
  shown: shown.map(({ number, version }) => ({ number, version })),
});

/** As shown by a page that was rendered at another time. */
const otherwise = ({ number }: { number: string }) => ({ number, version: 9 });

describe('lists · how many of the changed records concern a list', () => {
  it('a change outside of its filters or words counts nothing', async () => {
    const theCase = await aCase(w, { shortDescription: 'Printer on fire', priority: '3' });
    expect(await countChanged(w.ava, asked('priority=3&q=printer', [theCase]))).toBe(1);
    expect(await countChanged(w.ava, asked('priority=1', [theCase]))).toBe(0);
    expect(await countChanged(w.ava, asked('priority=3&q=router', [theCase]))).toBe(0);
    expect(await countChanged(w.ava, asked('assigned=me', [theCase]))).toBe(0);
  });

  it('one that enters it counts, and one that has left it only where the page shows it', async () => {
    const theCase = await aCase(w, { priority: '3' });
    expect(await countChanged(w.ava, asked('priority=2', [theCase]))).toBe(0);
    await change(w.ava, theCase, { priority: '2' });
    expect(await countChanged(w.ava, asked('priority=2', [theCase]))).toBe(1);
    expect(await countChanged(w.ava, asked('priority=3', [theCase]))).toBe(0);
    expect(await countChanged(w.ava, asked('priority=3', [theCase], [theCase]))).toBe(1);
  });

  it('a record that the page already shows in its current version counts as nothing', async () => {
    const before = await aCase(w);
    const { value: now } = await change(w.ava, before, { priority: '2' });
    expect(await countChanged(w.ava, asked('', [now], [before]))).toBe(1);
    expect(await countChanged(w.ava, asked('', [now], [now]))).toBe(0);
  });

  it('each counts once, and only those of the kind that have changed', async () => {
    const [one, other] = [await aCase(w), await aCase(w)];
    const incident = await anIncident(w);
    expect(await countChanged(w.ava, asked('', [one, one, incident], [otherwise(one), other]))).toBe(1);
    expect(await countChanged(w.ava, asked('', []))).toBe(0);
  });

  it('ACC-6 · a hidden record counts as nothing; users without this list get no answer', async () => {
    const ofContact = await aCase(w);
    expect(await countChanged(w.pat, asked('', [ofContact], [otherwise(ofContact)]))).toBe(1);
    expect(await countChanged(w.cleo, asked('', [ofContact], [otherwise(ofContact)]))).toBe(0);
    expect(await countChanged(w.ian, asked('', [ofContact], [otherwise(ofContact)]))).toBeNull();
    expect(await countChanged(w.cora, asked('', [ofContact], [otherwise(ofContact)]))).toBeNull();
  });
});

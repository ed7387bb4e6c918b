import { beforeAll, describe, expect, it } from 'vitest';
import { aCase, anIncident, change, fresh, type World, world } from '#lib/platform/testing/world.ts';
import { assignMany } from './assign-many.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

describe('bulk assignment', () => {
  it('CASE-8 · Assign to me takes New cases into Open; what is mine already is said and stops no other', async () => {
    const free = await aCase(w);
    const mine = await aCase(w, { assignedToId: w.ava.id });
    const result = await assignMany(w.ava, { kind: 'case', records: [mine, free], to: 'me' });
    expect(result).toMatchObject({ done: 1, refused: [{ number: mine.number, rule: 'CASE-8' }] });
    expect(await fresh(free)).toMatchObject({ state: 'open', assignedToId: w.ava.id });
  });

  it('REC-3 · a record that somebody else has assigned meanwhile is left alone', async () => {
    const incident = await anIncident(w);
    await change(w.mia, incident, { assignedToId: w.mia.id });
    const result = await assignMany(w.ian, { kind: 'incident', records: [incident], to: 'me' });
    expect(result).toMatchObject({ done: 0, refused: [{ rule: 'REC-3' }] });
    expect(await fresh(incident)).toMatchObject({ assignedToId: w.mia.id });
  });

  it('REC-3 · a case that somebody has taken meanwhile is not taken from her', async () => {
    const seen = await aCase(w);
    await assignMany(w.mia, { kind: 'case', records: [seen], to: 'me' });
    const result = await assignMany(w.ava, { kind: 'case', records: [seen], to: 'me' });
    expect(result).toMatchObject({ done: 0, refused: [{ number: seen.number, rule: 'REC-3' }] });
    expect(await fresh(seen)).toMatchObject({ assignedToId: w.mia.id });
  });

  it('ACC-6 · a group that is not the own one is refused to an agent, and given by a manager', async () => {
    const theCase = await aCase(w);
    const to = { groupId: w.desk };
    expect(await assignMany(w.pat, { kind: 'case', records: [theCase], to })).toMatchObject({ done: 0 });
    expect(await assignMany(w.mia, { kind: 'case', records: [theCase], to })).toEqual({ done: 1, refused: [] });
  });
});

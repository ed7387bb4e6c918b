import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { filledWith, hostileTexts } from '#lib/testing/hostile-input.ts';
import { asForm, nonsense } from '#lib/testing/nonsense.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, anIncident, world } from '#lib/testing/world.ts';

const TRIES = 200;
/** Processor time in milliseconds that a call may take: without the permission, and with it. */
const [REFUSED_WITHIN, DONE_WITHIN] = [250, 1_500];

type AnyAction = ((...sent: unknown[]) => Promise<unknown>) & { permission: string; input?: z.ZodType };

const modules = import.meta.glob<Record<string, AnyAction>>('../lib/**/actions.ts', { eager: true });
const actions = Object.values(modules).flatMap((exported) => Object.entries(exported));

const w = await world();
let people: Person[];
let known: string[];
beforeAll(async () => {
  people = [w.adam, w.ava, w.ian];
  const records = [await aCase(w), await anIncident(w)];
  known = [...records.flatMap(({ id, number }) => [id, number]), ...people.map(({ id }) => id), w.cora.id, 'case'];
});

beforeEach(() => db().callCount.deleteMany());

/** The error that a call throws, or null. A redirect is not an error. */
async function faultOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
    return null;
  } catch (error) {
    return String((error as { digest?: unknown }).digest).startsWith('NEXT_') ? null : error;
  }
}

describe('every action', () => {
  it('is tried', () => expect(actions.length).toBeGreaterThan(35));

  it.each(actions)('Q-13 · %s answers any input without failing', async (_name, action) => {
    const sent = fc.tuple(
      fc.nat(people.length - 1),
      nonsense(action.input, known),
      fc.constantFrom('call', 'form', 'state'),
    );
    await fc.assert(
      fc.asyncProperty(sent, async ([who, input, way]) => {
        signedIn.actor = people[who] ?? null;
        const call = {
          call: () => action(input),
          form: () => action(asForm(input)),
          state: () => action(null, asForm(input)),
        };
        expect(await faultOf(call[way as keyof typeof call])).toBeNull();
      }),
      { numRuns: TRIES, endOnFailure: true },
    );
  });

  it.each(actions)('ACC-5, Q-19 · %s answers at once, whatever the search text', async (_name, call) => {
    const { input = z.unknown() } = call;
    const slow: unknown[] = [];
    for (const text of hostileTexts)
      for (const [who, most] of [
        [w.pat, REFUSED_WITHIN],
        [w.adam, DONE_WITHIN],
      ] as const) {
        signedIn.actor = who;
        const before = process.cpuUsage();
        await faultOf(() => call(filledWith(input, text, { number: known[1] ?? '', id: known[0] ?? '' })));
        const { user } = process.cpuUsage(before);
        if (user / 1_000 > most) slow.push([who.name, text.slice(0, 10), user]);
      }
    expect(slow).toEqual([]);
  });
});

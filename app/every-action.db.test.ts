import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { asForm, nonsense } from '#lib/platform/testing/nonsense.ts';
import { signedIn } from '#lib/platform/testing/signed-in.ts';
import { aCase, anIncident, type World, world } from '#lib/platform/testing/world.ts';

const TRIES = 200;

type AnyAction = ((...sent: unknown[]) => Promise<unknown>) & { permission: string; input?: z.ZodType };

const modules = import.meta.glob<Record<string, AnyAction>>('../lib/**/actions.ts', { eager: true });
const actions = Object.values(modules).flatMap((exported) => Object.entries(exported));

let w: World;
let people: (Actor & { id: string })[];
let known: string[];
beforeAll(async () => {
  w = await world();
  people = [w.adam, w.ava, w.ian];
  const records = [await aCase(w), await anIncident(w)];
  known = [...records.flatMap(({ id, number }) => [id, number]), ...people.map(({ id }) => id), w.cora.id, 'case'];
});

beforeEach(() => db().callCount.deleteMany());

/** Answers with the fault that a call has run into; to be led to another page is none. */
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

  it.each(actions)('Q-13 · %s answers to whatever is sent, and is never broken by it', async (_name, action) => {
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
});

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { checkFileAction, importRecipientsAction } from '#lib/affected-customers/actions.ts';
import { previewMessageAction, startRunAction } from '#lib/customer-messages/actions.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { answerRepliesAction } from '#lib/replies/actions.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { anIncident, anotherCaseOf, world } from '#lib/testing/world.ts';
import { GET as health } from './api/health/route.ts';

/** Longest event loop delay that any request may cause, in milliseconds. */
const LONGEST_WAIT = 200;
const BLANKS = `{{${' '.repeat(2_500)}`;
const MANY_LINES = 'a\n'.repeat(199_900);

const w = await world();
let incident: string;
let major: string;
beforeAll(async () => {
  const source = await anIncident(w);
  await anotherCaseOf(w, source);
  incident = source.number;
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
  major = (await openMajorCase(w.mia, { as: 'major case', values })).number;
});

const of = () => ({ kind: 'incident', number: incident }) as const;
const list = () => ({ number: major, of: 'accounts' }) as const;

const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
  'a message of blanks': () => startRunAction({ ...of(), text: BLANKS }),
  'the preview of one': () => previewMessageAction({ ...of(), text: BLANKS, recipientId: w.cora.id }),
  'an answer of blanks': () => answerRepliesAction({ ...of(), caseNumbers: ['CS0001001'], text: BLANKS }),
  'a check of a file of very many lines': () => checkFileAction({ ...list(), text: MANY_LINES }),
  'an import of one': () => importRecipientsAction({ ...list(), text: MANY_LINES }),
  'a check of as many lines as are read': () => checkFileAction({ ...list(), text: 'a\n'.repeat(99_999) }),
};

it.each(Object.entries(attempts))(
  'ACC-12, Q-19 · /api/health answers while somebody sends %s',
  // A busy machine may delay the process once by chance; code that blocks the event loop delays it in each try.
  { retry: 3 },
  async (_what, attempt) => {
    for (const who of [w.adam, w.noa, w.mia, w.pat] satisfies Actor[]) {
      signedIn.actor = who;
      await attempt();
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const four = Promise.allSettled(Array.from({ length: 4 }, attempt));
      expect(health().status).toBe(200);
      await four;
      // The monitor records a delay in its next turn of the event loop.
      await setTimeout(20);
      delay.disable();
      expect(delay.max / 1e6, who.name).toBeLessThan(LONGEST_WAIT);
    }
  },
);

'use server';

import { action } from '#lib/door/action.ts';
import { db } from '#lib/platform/db.ts';
import { moveCase } from './commands/move-case.ts';
import { solutionSent } from './queries/solution-sent.ts';
import { MoveCase } from './schema.ts';
import { caseVerbs } from './verbs.ts';

/** CASE-8 · Carries out a header button of a case. */
export const moveCaseAction = action(
  { permission: 'case.edit', side: 'both', input: MoveCase },
  async (actor, input) => {
    const { value } = await moveCase(actor, input);
    if (input.verb === 'propose-solution') return { message: await solutionSent(db(), value) };
    return { message: `${caseVerbs[input.verb].label}: ${value.number} saved.` };
  },
);

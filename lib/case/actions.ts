'use server';

import { action } from '#lib/door/action.ts';
import { moveCase } from './commands/move-case.ts';
import { MoveCase } from './schema.ts';
import { caseVerbs } from './verbs.ts';

/** CASE-8 · Carries out a header button of a case. */
export const moveCaseAction = action({ permission: 'case.edit', input: MoveCase }, async (actor, input) => {
  const { value } = await moveCase(actor, input);
  return { message: `${caseVerbs[input.verb].label}: ${value.number} saved.` };
});

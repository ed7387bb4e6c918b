'use server';

import { action } from '#lib/door/action.ts';
import { childrenToldMessage } from '#lib/engine/rules/children-message.ts';
import { db } from '#lib/platform/db.ts';
import { moveCase } from './commands/move-case.ts';
import { solutionSent } from './queries/solution-sent.ts';
import { MoveCase } from './schema.ts';
import { verbDone } from './verb-done.ts';

/** CASE-8 · Runs a header button of a case. */
export const moveCaseAction = action(
  { permission: 'case.edit', side: 'both', input: MoveCase },
  async (actor, input) => {
    const { value, children } = await moveCase(actor, input);
    const told = children ? ` ${childrenToldMessage(children)}` : '';
    const isSolution = input.verb === 'propose-solution';
    const message = isSolution ? await solutionSent(db(), value, children) : `${verbDone[input.verb]}.${told}`;
    return { message, data: { version: value.version } };
  },
);

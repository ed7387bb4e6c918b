'use server';

import { action } from '#lib/door/action.ts';
import { childrenAffectedMessage } from '#lib/engine/rules/children-message.ts';
import type { CaseVerbName } from '#lib/kinds/case/verbs.ts';
import { db } from '#lib/platform/db.ts';
import { moveCase } from './commands/move-case.ts';
import { solutionSent } from './queries/solution-sent.ts';
import { MoveCase } from './schema.ts';

/** The result of a header button of a case. */
const verbResultText: Readonly<Record<CaseVerbName, string>> = {
  accept: 'Case accepted',
  'assign-to-me': 'Case assigned to you',
  'request-info': 'Information requested',
  open: 'Case opened',
  'propose-solution': 'Solution proposed',
  close: 'Case closed',
  cancel: 'Case cancelled',
  'record-acceptance': 'Acceptance recorded',
  'record-rejection': 'Rejection recorded',
  reopen: 'Taken back to Open',
  'just-a-comment': 'Kept as a comment',
  'accept-solution': 'Solution accepted',
  'reject-solution': 'Solution rejected',
  'close-own': 'Case closed',
};

/** CASE-8 · Runs a header button of a case. */
export const moveCaseAction = action(
  { permission: 'case.edit', side: 'both', input: MoveCase },
  async (actor, input) => {
    const { value, children } = await moveCase(actor, input);
    const childrenMessage = children ? ` ${childrenAffectedMessage(children)}` : '';
    const isSolution = input.verb === 'propose-solution';
    const message = isSolution
      ? await solutionSent(db(), value, children)
      : `${verbResultText[input.verb]}.${childrenMessage}`;
    return { message, data: { version: value.version } };
  },
);

'use server';

import { moveCase } from '#lib/case/commands/move-case.ts';
import { portalAction } from '#lib/door/portal-action.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { currentSession } from '#lib/session/current-actor.ts';
import { pageLanguage } from '#lib/session/page-language.ts';
import { wordsIn } from '#lib/words/words.ts';
import { addColleague } from './commands/add-colleague.ts';
import { openCase } from './commands/open-case.ts';
import { removeColleague } from './commands/remove-colleague.ts';
import { saveProfile } from './commands/save-profile.ts';
import { AddColleague, AnswerSolution, CloseOwn, Comment, OpenCase, RemoveColleague, SaveProfile } from './schema.ts';

/** POR-3, POR-21, CASE-11 · Sends a customer's message, once per call id. A proposed solution stays open for an answer. */
export const commentAction = portalAction(
  { permission: 'record.comment', input: Comment, isOnce: true },
  async (actor, { number, text }) => {
    await addEntry(actor, { kind: 'case', number, type: 'comment', text });
    return {};
  },
);

/** CASE-3 · The customer's answer to a proposed solution. */
export const answerSolutionAction = portalAction(
  { permission: 'case.edit', input: AnswerSolution, isOnce: true },
  async (actor, input) => {
    const { number } = input;
    if (input.answer === 'accept') await moveCase(actor, { number, verb: 'accept-solution' });
    else await moveCase(actor, { number, verb: 'reject-solution', comment: input.reason });
    return {};
  },
);

/** POR-16 · Closes a case with a reason. */
export const closeOwnAction = portalAction(
  { permission: 'case.edit', input: CloseOwn, isOnce: true },
  async (actor, { number, reason }) => {
    await moveCase(actor, { number, verb: 'close-own', comment: reason });
    return {};
  },
);

/** POR-8 · Opens a case. */
export const openCaseAction = portalAction(
  { permission: 'record.create', input: OpenCase, isOnce: true },
  async (actor, input) => {
    const session = await currentSession();
    const { number } = await openCase(actor, input, session?.id);
    return { data: { number } };
  },
);

/** POR-19 */
export const addColleagueAction = portalAction(
  { permission: 'case.share', input: AddColleague, isOnce: true },
  async (actor, input) => {
    const name = await addColleague(actor, input);
    return { message: wordsIn(await pageLanguage())('people.added', { name }) };
  },
);

/** POR-19 */
export const removeColleagueAction = portalAction(
  { permission: 'case.share', input: RemoveColleague },
  async (actor, input) => {
    await removeColleague(actor, input);
    return {};
  },
);

/** POR-10 */
export const saveProfileAction = portalAction(
  { permission: 'profile.edit', input: SaveProfile },
  async (actor, input) => {
    await saveProfile(actor, input);
    return { message: wordsIn(input.language)('profile.saved') };
  },
);

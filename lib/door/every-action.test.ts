import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

const DIRECTIVE = /^\s*['"]use server['"]/m;

const doors = globSync('{app,lib,components}/**/*.{ts,tsx}', { exclude: ['**/generated/**', '**/*.test.*'] })
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  .filter(({ text }) => DIRECTIVE.test(text));

/** Once done, doing it again changes nothing, asks first or is refused: it ends something, sets it, or carries a version. */
const repeatable = new Set([
  'addChildrenAction',
  'addRecipientsAction',
  'answerApprovalAction',
  'askContactAction',
  'assignManyAction',
  'associateAction',
  'attachArticleAction',
  'bookWindowAction',
  'cancelRequestAction',
  'cancelWindowAction',
  'changeOwnPasswordAction',
  'changePasswordAction',
  'checkFileAction',
  'checkMailServerAction',
  'chooseWindowAction',
  'clearListAction',
  'communicateAction',
  'confirmRunAction',
  'deleteReplyTemplateAction',
  'deleteViewAction',
  'discardMailAction',
  'dropWindowAction',
  'editCustomerAction',
  'editViewAction',
  'fileMailAction',
  'holdWindowAction',
  'importRecipientsAction',
  'markReadAction',
  'markSeenAction',
  'moveCaseAction',
  'moveMailAction',
  'moveWindowAction',
  'moveWorkOrderTaskAction',
  'openCaseFromMailAction',
  'placeTaskAction',
  'previewArticleAction',
  'previewEntryAction',
  'previewMessageAction',
  'proposeMajorCaseAction',
  'refreshRecipientsAction',
  'rejectCandidateAction',
  'removeAction',
  'removeChildAction',
  'removeColleagueAction',
  'removeDaysOffAction',
  'removeRecipientAction',
  'removeWorkingHoursAction',
  'renewFeedAction',
  'resendMailAction',
  'resumeChildRunAction',
  'retryFailedJobAction',
  'returnMailAction',
  'resumeRunAction',
  'retryFailedAction',
  'revokeFeedAction',
  'saveConditionAction',
  'saveProfileAction',
  'saveTechnicianAction',
  'saveViewAction',
  'sendLinkAction',
  'setCommunicationAction',
  'setOwnLanguageAction',
  'setOwnTimeZoneAction',
  'setRelationAction',
  'setUserActiveAction',
  'setUserRolesAction',
  'signOutDevicesAction',
  'signOutEverywhereAction',
  'showFieldsAction',
  'stopChildRunAction',
  'stopRunAction',
  'swapWindowsAction',
  'switchBusinessRuleAction',
  'switchDataLookupAction',
  'switchIntegrationAction',
  'switchRowAction',
  'undoCascadeAction',
  'undoChangeAction',
  'undoManyAction',
  'updateLookupRowAction',
  'updateManyAction',
  'updatePropertyAction',
  'updateTaskAction',
  'watchAction',
  'watchManyAction',
]);

describe.each(doors)('$file', ({ file, text }) => {
  test('ACC-5 · the whole file is a door to the street: no action hides inside a component', () => {
    expect(text.trimStart()).toMatch(/^'use server';/);
  });

  test('ACC-5 · every export goes through the wrapper that names its permission', async () => {
    const actions: Record<string, unknown> = await import(pathToFileURL(file).href);
    expect(actions).not.toEqual({});
    for (const [name, action] of Object.entries(actions)) {
      expect(name).toMatch(/Action$/);
      expect(action, name).toBeTypeOf('function');
      expect(action, name).toHaveProperty('permission', expect.stringMatching(/^[a-z][a-z.-]+$/));
    }
  });

  test('REC-5 · whatever creates something is done once, however often it is sent', async () => {
    const actions: Record<string, object> = await import(pathToFileURL(file).href);
    for (const [name, action] of Object.entries(actions))
      if ('isOnce' in action) expect([name, action.isOnce !== false]).toEqual([name, !repeatable.has(name)]);
  });
});

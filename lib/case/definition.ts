import type { Case as CaseRow, Task } from '#lib/platform/generated/prisma/client.ts';
import { speakerOf } from '#lib/sync/event.ts';
import type { KindDefinition } from '#lib/task/definition.ts';
import { splitRecord } from '#lib/task/split-record.ts';
import { caseFields } from './fields.ts';
import { accountOfCustomer, confirmationOfCode, stateAfterWords } from './rules/derive-fields.ts';
import { validateCase } from './rules/validate-update.ts';
import { type CaseState, caseMoves, caseStates } from './states.ts';

export type Case = Task & CaseRow;

/** Everything by which a case differs from other kinds. */
export const caseDefinition: KindDefinition<Case> = {
  kind: 'case',
  states: caseStates,
  fields: caseFields,
  form: [
    {
      heading: 'Case',
      fields: [
        'shortDescription',
        'description',
        'channel',
        'productId',
        'assetId',
        'installBaseItemId',
        'configurationItemId',
      ],
    },
    { heading: 'Customer', fields: ['contactId', 'consumerId', 'accountId', 'partnerId', 'partnerContactId'] },
    {
      heading: 'Priority and assignment',
      fields: ['impact', 'urgency', 'priority', 'assignmentGroupId', 'assignedToId'],
    },
    { heading: 'Resolution', atEnd: true, fields: ['probableCause', 'cause', 'resolutionCode', 'resolutionNotes'] },
  ],
  moveFields: {},
  defaults: { state: 'new', impact: 3, urgency: 3, priority: 4, channel: 'web' },

  movesFrom(theCase) {
    return caseMoves[theCase.state as CaseState];
  },
  async load(tx, id) {
    const { task, ...own } = await tx.case.findUniqueOrThrow({ where: { id }, include: { task: true } });
    return { ...task, ...own };
  },
  async insertOwn(tx, theCase) {
    await tx.case.createMany({ data: splitRecord(theCase).own });
  },
  async writeOwn(tx, id, values) {
    await tx.case.updateMany({ where: { id }, data: values });
  },

  deriveFields(before, proposed, { actor, words }) {
    const customerSpeaks = speakerOf(actor).is === 'customer' && Boolean(words.comment?.trim());
    const derived = { ...proposed, state: stateAfterWords(before, proposed, customerSpeaks) };
    return { ...derived, accountId: accountOfCustomer(derived), codeConfirmation: confirmationOfCode(derived) };
  },
  validateUpdate(before, after, { actor, words }) {
    return validateCase(before, after, actor, words);
  },
  readOnly(theCase) {
    if (!theCase.contactId && !theCase.consumerId) return {};
    const because = theCase.contactId ? 'From the contact' : 'A case of a consumer has none';
    return { accountId: { rule: 'REC-5', because } };
  },
};

import { isCustomer } from '#lib/platform/actor.ts';
import type { Case as CaseRow, Task } from '#lib/platform/generated/prisma/client.ts';
import type { KindDefinition } from '#lib/task/definition.ts';
import { splitRecord } from '#lib/task/split-record.ts';
import { caseFields } from './fields.ts';
import { caseMayBecome } from './rules/may-become.ts';
import { type CaseState, caseMoves, caseStates } from './states.ts';

export type Case = Task & CaseRow;

/** CASE-4 · The customer's answer to a question opens the case again. */
function answeredByCustomer(before: Case, wished: Case, customerSpeaks: boolean): boolean {
  return customerSpeaks && before.state === 'awaiting_info' && wished.state === 'awaiting_info';
}

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

  settle(before, wished, { actor, words }) {
    if (!before) return wished;
    const customerSpeaks = isCustomer(actor) && Boolean(words.comment?.trim());
    return answeredByCustomer(before, wished, customerSpeaks) ? { ...wished, state: 'open' } : wished;
  },
  mayBecome(before, after, { actor, words }) {
    return caseMayBecome(before, after, actor, words);
  },
  readOnly(theCase) {
    if (!theCase.contactId) return {};
    return { accountId: { rule: 'REC-5', because: 'From the contact' } };
  },
};

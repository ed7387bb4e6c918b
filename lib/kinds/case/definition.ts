import { isBlank } from '#lib/platform/visible-text.ts';
import type { KindDefinition } from '#lib/record/definition.ts';
import { speakerOf } from '#lib/record/event.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { caseFields } from './fields.ts';
import {
  accountOfCustomer,
  confirmationOfCode,
  majorCaseStateAfter,
  stateAfterComment,
} from './rules/derive-fields.ts';
import { validateCase } from './rules/validate-update.ts';
import { type CaseState, caseMoves, caseStates } from './states.ts';

const SHOWN = [
  'shortDescription',
  'state',
  'priority',
  'accountId',
  'contactId',
  'consumerId',
  'productId',
  'assetId',
  'addResolutionNotesToComments',
] as const;

/** NTF-1, POR-3 · The case fields that affect its page in the portal. */
function fieldsCustomersSee({
  proactive,
  addResolutionNotesToComments,
}: Pick<RecordOf<'case'>, 'proactive' | 'addResolutionNotesToComments'>): readonly string[] {
  return [
    ...SHOWN,
    // The description of a proactive case is internal.
    ...(proactive ? [] : ['description']),
    ...(addResolutionNotesToComments ? ['resolutionNotes'] : []),
  ];
}

export type Case = RecordOf<'case'>;

const because = 'Its child cases have customers';
/** MAJ-4 · Fields that a major case cannot have. */
const ofChildren = Object.fromEntries(
  ['contactId', 'consumerId', 'accountId'].map((field) => [field, { rule: 'MAJ-4', because }]),
);

/** How cases differ from other kinds. */
export const caseDefinition: KindDefinition<'case'> = {
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
    {
      heading: 'Customer',
      fields: ['contactId', 'consumerId', 'accountId', 'partnerId', 'partnerContactId', 'sensitive'],
    },
    {
      heading: 'Priority and assignment',
      fields: ['impact', 'urgency', 'priority', 'assignmentGroupId', 'assignedToId', 'doNotResolve'],
    },
    // MAJ-1: entered with the proposal. Cases that were never candidates don't have it.
    { heading: 'Major case', atEnd: true, fields: ['businessImpact'] },
    { heading: 'Resolution', atEnd: true, fields: ['probableCause', 'cause', 'resolutionCode', 'resolutionNotes'] },
  ],
  moveFields: {},
  fieldsWith: { doNotResolve: { true: ['doNotResolveReason'] } },
  defaults: {
    state: 'new',
    impact: 2,
    urgency: 3,
    priority: 4,
    channel: 'web',
    proactive: false,
    initiatedAsRequest: false,
  },
  typed: { channel: 'phone' },
  person: { fields: ['contactId', 'consumerId'], isMailed: true },

  customersSee: fieldsCustomersSee,

  movesFrom(theCase) {
    return caseMoves[theCase.state as CaseState];
  },

  deriveFields(before, proposed, { actor, journal }) {
    const customerSpeaks = speakerOf(actor).is === 'customer' && !isBlank(journal.comment);
    const derived = { ...proposed, state: stateAfterComment(before, proposed, customerSpeaks) };
    return {
      ...derived,
      accountId: accountOfCustomer(derived),
      codeConfirmation: confirmationOfCode(derived),
      majorCaseState: majorCaseStateAfter(derived),
      doNotResolveReason: derived.doNotResolve ? derived.doNotResolveReason.trim() : '',
    };
  },
  validateUpdate(before, after, update) {
    return validateCase(before, after, update);
  },
  readOnly(theCase) {
    if (!theCase.contactId && !theCase.consumerId)
      return theCase.majorCaseState === 'accepted' && !theCase.accountId ? ofChildren : {};
    const because = theCase.contactId ? 'From the contact' : 'A case of a consumer has none';
    return { accountId: { rule: 'REC-5', because } };
  },
};

import type { FromCase } from '#lib/record/definition.ts';
import type { Case } from '../case/definition.ts';

/** WO-1, SYNC-WO-1 · Values that every work order gets once from its case. A field map adds more, also a short description. */
export function workOrderFromCase(theCase: Case): FromCase {
  const { accountId, contactId, consumerId, configurationItemId, assetId, partnerId, partnerContactId } = theCase;
  return {
    hint: null,
    values: {
      shortDescription: theCase.shortDescription,
      accountId,
      contactId,
      consumerId,
      configurationItemId,
      assetId,
      partnerId,
      partnerContactId,
      companyId: accountId,
      callerId: contactId ?? consumerId,
    },
  };
}

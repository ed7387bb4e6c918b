import type { Case } from '#lib/case/definition.ts';
import type { FromCase } from '#lib/task/definition.ts';

/** WO-1 · What a work order gets from its case; a field map says what besides. */
export function workOrderFromCase(theCase: Case): FromCase {
  const { accountId, contactId, consumerId, configurationItemId, assetId, partnerId, partnerContactId } = theCase;
  const { shortDescription, description, impact, urgency, priority } = theCase;
  const copied = { shortDescription, description, impact, urgency, priority, accountId, contactId, consumerId };
  return {
    hint: null,
    values: {
      ...copied,
      configurationItemId,
      assetId,
      partnerId,
      partnerContactId,
      companyId: accountId,
      callerId: contactId ?? consumerId,
    },
  };
}

'use server';

import { maySeeAffectedCount } from '#lib/access/policy.ts';
import { action } from '#lib/door/action.ts';
import { updatedCasesMessage } from '#lib/engine/rules/updated-cases-message.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { cancelRequest } from './commands/cancel-request.ts';
import { createRequest } from './commands/create-request.ts';
import { CancelRequest, CreateRequest } from './schema.ts';

/** REL-8 · Orders from the catalog: from a case, whose page stays open, or separately. */
export const createRequestAction = action(
  { permission: 'request.create', input: CreateRequest, isOnce: true },
  async (actor, input) => {
    const { number } = await createRequest(actor, input);
    const href = pathOfNumber(number);
    return { message: `Request ${number} created.`, link: { href, label: `Open ${number}` }, data: { href } };
  },
);

/** REQ-2, SYNC-3 */
export const cancelRequestAction = action(
  { permission: 'request.cancel', input: CancelRequest },
  async (actor, input) => {
    const { updatedCount } = await cancelRequest(actor, input);
    const updated = maySeeAffectedCount(actor, 'request') ? updatedCasesMessage(updatedCount) : '';
    return { message: [`Request ${input.number} cancelled.`, updated].filter(Boolean).join(' ') };
  },
);

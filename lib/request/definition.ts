import type { Request as RequestRow, Task } from '#lib/platform/generated/prisma/client.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { KindDefinition } from '#lib/task/definition.ts';
import { splitRecord } from '#lib/task/split-record.ts';
import { skipOpenItems } from './cancel-items.ts';
import { requestFields } from './fields.ts';
import { outcomeOf } from './outcome.ts';
import { type RequestState, requestStates } from './states.ts';

export type Request = Task & RequestRow;

/** REQ-2 · The state follows the items; people only cancel, which afterwards() checks against the items. */
function requestMayMove(before: Request, after: Request, bySystem: boolean): Verdict {
  const isFinal = requestStates[before.state as RequestState].phase === 'final';
  if (isFinal && before !== after) return no('REC-5', `${before.number} is closed and can no longer be changed.`);
  if (before.state === after.state || bySystem || after.state === 'closed_cancelled') return yes;
  return no('REQ-2', 'The state of a request follows its items; it can only be cancelled.', 'state');
}

/** Everything by which a request differs from other kinds. */
export const requestDefinition: KindDefinition<Request> = {
  kind: 'request',
  states: requestStates,
  fields: requestFields,
  form: [
    {
      heading: 'Request',
      fields: ['state', 'shortDescription', 'description', 'requestedForId', 'accountId', 'caseId'],
    },
    { heading: 'Delivery', fields: ['deliveryInformation', 'specialInstructions'] },
    {
      heading: 'Priority and assignment',
      fields: ['impact', 'urgency', 'priority', 'assignmentGroupId', 'assignedToId'],
    },
  ],
  moveFields: {},
  defaults: { state: 'requested', impact: 3, urgency: 3, priority: 4 },

  movesFrom(request) {
    return requestStates[request.state as RequestState].phase === 'final' ? [] : ['closed_cancelled'];
  },
  async load(tx, id) {
    const { task, ...own } = await tx.request.findUniqueOrThrow({ where: { id }, include: { task: true } });
    return { ...task, ...own };
  },
  async insertOwn(tx, request) {
    await tx.request.create({ data: splitRecord(request).own });
  },
  async writeOwn(tx, id, values) {
    await tx.request.update({ where: { id }, data: values });
  },

  settle(_before, wished) {
    return wished;
  },
  mayBecome(before, after, { followsItems }) {
    return before ? first(requestMayMove(before, after, followsItems === true)) : yes;
  },
  async afterwards(run, before, after) {
    if (before.state === after.state) return;
    if (after.state === 'closed_cancelled') await skipOpenItems(run, after);
    if (requestStates[after.state as RequestState].phase === 'final')
      run.events.push({ type: 'closed', record: after, outcome: await outcomeOf(run, after.id) });
  },
  readOnly() {
    return {};
  },
};

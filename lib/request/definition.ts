import type { Request as RequestRow, Task } from '#lib/platform/generated/prisma/client.ts';
import type { KindDefinition } from '#lib/task/definition.ts';
import { splitRecord } from '#lib/task/split-record.ts';
import { skipOpenItems } from './cancel-items.ts';
import { requestFields } from './fields.ts';
import { outcomeOf } from './outcome.ts';
import { validateRequest } from './rules/validate-update.ts';
import { type RequestState, requestStates } from './states.ts';

export type Request = Task & RequestRow;

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

  deriveFields(_before, proposed) {
    return proposed;
  },
  validateUpdate(before, after, context) {
    return validateRequest(before, after, context);
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

import { computedPriority, priorityIsComputed } from '#lib/data-lookup/computed-priority.ts';
import type { Incident as IncidentRow, Task } from '#lib/platform/generated/prisma/client.ts';
import type { KindDefinition } from '#lib/task/definition.ts';
import { splitRecord } from '#lib/task/split-record.ts';
import { incidentFields } from './fields.ts';
import { incidentMayBecome } from './rules/may-become.ts';
import { reasonOfHold, stateAfterWords } from './rules/settle.ts';
import { type IncidentState, incidentMoves, incidentStates } from './states.ts';

export type Incident = Task & IncidentRow;

/** Everything by which an incident differs from other kinds. */
export const incidentDefinition: KindDefinition<Incident> = {
  kind: 'incident',
  states: incidentStates,
  fields: incidentFields,
  form: [
    {
      heading: 'Incident',
      fields: [
        'state',
        'shortDescription',
        'description',
        'callerId',
        'accountId',
        'category',
        'subcategory',
        'serviceId',
        'configurationItemId',
        'contactType',
      ],
    },
    {
      heading: 'Priority and assignment',
      fields: ['impact', 'urgency', 'priority', 'assignmentGroupId', 'assignedToId'],
    },
    { heading: 'Related', fields: ['problemId', 'changeId', 'causedByChangeId'] },
    { heading: 'Resolution', atEnd: true, fields: ['probableCause', 'resolutionCode', 'resolutionNotes'] },
  ],
  moveFields: {
    on_hold: ['holdReason'],
    resolved: ['resolutionCode', 'resolutionNotes'],
    closed: ['resolutionCode', 'resolutionNotes'],
  },
  commentWith: { holdReason: 'awaiting_caller' },
  defaults: { state: 'new', impact: 3, urgency: 3, priority: 5, category: 'inquiry', contactType: 'self-service' },

  movesFrom(incident) {
    return incidentMoves[incident.state as IncidentState];
  },
  async load(tx, id) {
    const { task, ...own } = await tx.incident.findUniqueOrThrow({ where: { id }, include: { task: true } });
    return { ...task, ...own };
  },
  async insertOwn(tx, incident) {
    await tx.incident.createMany({ data: splitRecord(incident).own });
  },
  async writeOwn(tx, id, values) {
    await tx.incident.updateMany({ where: { id }, data: values });
  },

  settle(before, wished, { actor, words, settings }) {
    const callerSpeaks = actor.id !== null && actor.id === wished.callerId && Boolean(words.comment?.trim());
    const settled = {
      ...wished,
      state: stateAfterWords(before, wished, callerSpeaks),
      priority: computedPriority(before, wished, settings),
    };
    return { ...settled, holdReason: reasonOfHold(settled) };
  },
  mayBecome(before, after, { words }) {
    return incidentMayBecome(before, after, words);
  },
  readOnly(_incident, settings) {
    return priorityIsComputed(settings);
  },
};

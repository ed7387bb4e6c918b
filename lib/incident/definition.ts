import { computedPriority, priorityIsComputed } from '#lib/data-lookup/computed-priority.ts';
import type { Incident as IncidentRow, Task } from '#lib/platform/generated/prisma/client.ts';
import type { KindDefinition } from '#lib/task/definition.ts';
import { splitRecord } from '#lib/task/split-record.ts';
import { incidentFields } from './fields.ts';
import { reasonOfHold, stateAfterWords } from './rules/derive-fields.ts';
import { validateIncident } from './rules/validate-update.ts';
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

  deriveFields(before, proposed, { actor, words, settings }) {
    const callerSpeaks = actor.id !== null && actor.id === proposed.callerId && Boolean(words.comment?.trim());
    const derived = {
      ...proposed,
      state: stateAfterWords(before, proposed, callerSpeaks),
      priority: computedPriority(before, proposed, settings),
    };
    return { ...derived, holdReason: reasonOfHold(derived) };
  },
  validateUpdate(before, after, { words }) {
    return validateIncident(before, after, words);
  },
  readOnly(_incident, settings) {
    return priorityIsComputed(settings);
  },
};

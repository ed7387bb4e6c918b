import { isBlank } from '#lib/platform/visible-text.ts';
import { type KindDefinition, priorityAndAssignment } from '#lib/record/definition.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { computedPriority, priorityIsComputed } from '#lib/settings/computed-priority.ts';
import { incidentFields } from './fields.ts';
import { incidentFromCase } from './from-case.ts';
import { holdReasonOf, stateAfterComment } from './rules/derive-fields.ts';
import { validateIncident } from './rules/validate-update.ts';
import { type IncidentState, incidentMoves, incidentStates } from './states.ts';

export type Incident = RecordOf<'incident'>;

/** How incidents differ from other kinds. */
export const incidentDefinition: KindDefinition<'incident'> = {
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
        'parentId',
      ],
    },
    priorityAndAssignment,
    { heading: 'Resolution', atEnd: true, fields: ['probableCause', 'resolutionCode', 'resolutionNotes'] },
  ],
  moveFields: {
    on_hold: ['holdReason'],
    resolved: ['resolutionCode', 'resolutionNotes'],
    closed: ['resolutionCode', 'resolutionNotes'],
  },
  commentWith: { holdReason: 'awaiting_caller' },
  defaults: { state: 'new', impact: 3, urgency: 3, priority: 5, category: 'inquiry', contactType: 'self-service' },
  person: { fields: ['callerId'], isMailed: true },
  defaultGroup: 'incident.default_assignment_group',

  fromCase: incidentFromCase,

  movesFrom(incident) {
    return incidentMoves[incident.state as IncidentState];
  },

  deriveFields(before, proposed, { actor, journal, settings }) {
    const callerSpeaks = actor.id !== null && actor.id === proposed.callerId && !isBlank(journal.comment);
    const derived = {
      ...proposed,
      state: stateAfterComment(before, proposed, callerSpeaks),
      priority: computedPriority(before, proposed, settings),
    };
    return { ...derived, holdReason: holdReasonOf(derived) };
  },
  validateUpdate(before, after, { journal }) {
    return validateIncident(before, after, journal);
  },
  readOnly(_incident, settings) {
    return priorityIsComputed(settings);
  },
};

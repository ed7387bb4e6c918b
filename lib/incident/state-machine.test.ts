import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentResolutionCodes } from '#lib/kinds/incident/choices.ts';
import { type Incident, incidentDefinition } from '#lib/kinds/incident/definition.ts';
import { type IncidentState, incidentMoves, incidentStates } from '#lib/kinds/incident/states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { JournalInput } from '#lib/record/definition.ts';
import { changedFields } from '#lib/record/field-value.ts';
import { defaultSettings, type Settings } from '#lib/settings/settings.ts';
import { cora, internalUser, theIncidentWith } from '#lib/testing/records.ts';

type Proposal = { values: Partial<Incident>; journal: JournalInput; actor: Actor };

const ian = internalUser('itil');
const settings = (lookupActive: boolean): Settings => ({
  ...defaultSettings,
  values: new Map([['com.snc.incident.data_lookup_active', String(lookupActive)]]),
});

const rating = fc.integer({ min: 1, max: 3 });
const reason = fc.constantFrom(null, 'awaiting_caller', 'awaiting_change', 'awaiting_problem', 'awaiting_vendor');
const proposal: fc.Arbitrary<Proposal> = fc.record({
  values: fc.record(
    {
      state: fc.constantFrom(...Object.keys(incidentStates)),
      holdReason: reason,
      resolutionCode: fc.constantFrom(null, ...incidentResolutionCodes.map(({ value }) => value)),
      resolutionNotes: fc.constantFrom('', ' ', 'The controller was restarted.'),
      impact: rating,
      urgency: rating,
      priority: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: [] },
  ),
  journal: fc.constantFrom<JournalInput>({}, { comment: '' }, { comment: 'Which floor?' }),
  actor: fc.constantFrom<Actor>(ian, cora),
});

/** Applies a list of proposals to an incident. Returns each accepted step with its previous state. */
function life(proposals: readonly Proposal[], lookupActive: boolean) {
  let incident = theIncidentWith({ callerId: cora.id });
  const steps: { before: Incident; after: Incident; journal: JournalInput }[] = [];
  for (const { values, journal, actor } of proposals) {
    const update = { actor, at: new Date(0), journal, settings: settings(lookupActive) };
    const after = incidentDefinition.deriveFields(incident, { ...incident, ...values }, update);
    const changed = changedFields(incidentDefinition.fields, incident, after).length > 0;
    if (!incidentDefinition.validateUpdate(incident, changed ? after : incident, update).ok) continue;
    if (changed) steps.push({ before: incident, after, journal });
    incident = changed ? after : incident;
  }
  return steps;
}

/** A claim that is true for every step. */
function always(claim: (step: { before: Incident; after: Incident; journal: JournalInput }) => boolean) {
  const lives = fc.property(fc.array(proposal, { maxLength: 25 }), fc.boolean(), (proposals, lookupActive) =>
    life(proposals, lookupActive).every(claim),
  );
  fc.assert(lives, { numRuns: 400 });
}

describe('any proposed update of an incident', () => {
  it('REC-5 · it moves only as the table allows, and never out of a final state', () => {
    always(
      ({ before, after }) =>
        before.state === after.state ||
        incidentMoves[before.state as IncidentState].includes(after.state as IncidentState),
    );
  });

  it('INC-1 · it has a hold reason if and only if it is on hold', () => {
    always(({ after }) => (after.state === 'on_hold') === (after.holdReason !== null));
  });

  it('INC-1 · it begins to wait for the caller only with a question', () => {
    always(
      ({ before, after, journal }) =>
        after.holdReason !== 'awaiting_caller' ||
        before.holdReason === 'awaiting_caller' ||
        Boolean(journal.comment?.trim()),
    );
  });

  it('INC-3 · resolved or closed, it has code and notes', () => {
    always(
      ({ after: { state, resolutionCode, resolutionNotes } }) =>
        (state !== 'resolved' && state !== 'closed') || (resolutionCode !== null && resolutionNotes.trim() !== ''),
    );
  });

  it('INC-4 · with the lookup active its priority follows impact and urgency, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(proposal, { maxLength: 25 }), (proposals) =>
        life(proposals, true).every(({ before, after }) => {
          const same = before.impact === after.impact && before.urgency === after.urgency;
          const row = defaultSettings.lookup.find(
            ({ impact, urgency }) => impact === after.impact && urgency === after.urgency,
          );
          return after.priority === (same ? before.priority : row?.priority);
        }),
      ),
    );
  });

  it('REC-5 · reaches every state, so that the checks above are meaningful', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(proposal, { maxLength: 25 }), fc.boolean(), (proposals, lookupActive) => {
        for (const { after } of life(proposals, lookupActive)) reached.add(after.state);
      }),
      { seed: 7, numRuns: 400 },
    );
    expect([...reached].sort()).toEqual(Object.keys(incidentStates).sort());
  });
});

import { describe, expect, it } from 'vitest';
import type { Change } from '#lib/kinds/change/definition.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import type { Problem } from '#lib/kinds/problem/definition.ts';
import { system } from '#lib/platform/actor.ts';
import { type Speaker, speakerOf, type TaskEvent } from '#lib/record/event.ts';
import { changedFields } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { asTaskRecord, type RecordOf, type TaskRecord } from '#lib/record/record.ts';
import { defaultSettings, type Settings } from '#lib/settings/settings.ts';
import {
  cora as customer,
  internalUser,
  theCaseWith,
  theChangeWith,
  theIncidentWith,
  theItemWith,
  theProblemWith,
  theRequestWith,
} from '#lib/testing/records.ts';
import { isActive, planEffects as plan } from './plan.ts';
import { syncRules } from './rules.ts';
import { kindOfTarget } from './target-sql.ts';

/** Rules of incidents, problems, changes, requests and cases; rules of other kinds are tested beside their kind. */
const ofItsm = syncRules.filter(({ integration }) => integration.startsWith('com.sn_cs_sm'));

const everythingOn: Settings = {
  ...defaultSettings,
  values: new Map([['proactive_workflows_for_providers.additional_comments_sync', 'true']]),
  rulesOff: new Set(),
};

const without = (id: string): Settings => ({ ...everythingOn, rulesOff: new Set([id]) });

/** Effects of events under these rules, with all lines of each effect. */
const planEffects = (events: readonly TaskEvent[], settings: Settings) =>
  plan(events, settings, ofItsm).map(({ notes, comments, ...effect }) => ({
    ...effect,
    lines: [...comments, ...notes],
  }));

function updated<K extends TaskKind>(before: RecordOf<K>, after: RecordOf<K>): TaskEvent {
  const record = asTaskRecord(after);
  const changed = new Set(changedFields(definitions[record.kind].fields, before, record));
  return { type: 'updated', before: asTaskRecord(before), record, changed };
}

const ofIncident = (from: Partial<Incident>, to: Partial<Incident>) =>
  updated(theIncidentWith(from), theIncidentWith(to));

const commented = (record: TaskRecord, text: string, by: Partial<Speaker> = {}): TaskEvent => ({
  type: 'commented',
  record,
  entryId: 'entry',
  text,
  by: { name: 'Ian Itil', is: 'internal', accountName: null, ...by },
});

const cora = speakerOf(customer);
const solved = { resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.\nWatched for an hour.' };

const ofProblem = (from: Partial<Problem>, to: Partial<Problem>) => updated(theProblemWith(from), theProblemWith(to));
const ofChange = (from: Partial<Change>, to: Partial<Change>) => updated(theChangeWith(from), theChangeWith(to));

const communicated = (what: 'workaround' | 'fix', text: string): TaskEvent => ({
  type: 'communicated',
  record: theProblemWith(),
  what,
  text,
});
const explained = { causeNotes: 'A leak.', fixNotes: 'More memory.', riskAcceptedReason: 'It is rare.' };
const outcome = [
  { number: 'RITM0010001', title: 'Laptop', state: 'Closed Complete' },
  { number: 'RITM0010002', title: 'Mouse', state: 'Closed Skipped' },
];

const hold = ofIncident({ state: 'new' }, { state: 'on_hold', holdReason: 'awaiting_vendor' });
const resolution = ofIncident({ state: 'in_progress' }, { state: 'resolved', ...solved });

/** Every rule with an event that fires it, alone or with others, and the lines that it then writes. */
const table: readonly [string, TaskEvent, string[]][] = [
  [
    'SYNC-INC-1',
    ofIncident({ state: 'new' }, { state: 'in_progress' }),
    ['INC0010001 state changed from New to In Progress.'],
  ],
  ['SYNC-INC-2', hold, ['INC0010001 on hold reason: Awaiting Vendor.']],
  [
    'SYNC-INC-3',
    resolution,
    ['INC0010001 resolution code: Solution provided.', 'INC0010001 resolution notes: Restarted.\nWatched for an hour.'],
  ],
  ['SYNC-INC-4', commented(theIncidentWith(), 'We are on it.'), ['Comment on INC0010001 by Ian Itil: We are on it.']],
  ['SYNC-INC-5', resolution, ['INC0010001 was resolved as Solution provided, and its proactive cases with it.']],
  [
    'SYNC-PRB-1',
    ofProblem({ state: 'assess' }, { state: 'root_cause_analysis' }),
    ['PRB0040001 state changed from Assess to Root Cause Analysis.'],
  ],
  ['SYNC-PRB-2', communicated('workaround', 'Restart it.'), ['Workaround for PRB0040001: Restart it.']],
  ['SYNC-PRB-3', communicated('fix', 'More memory.'), ['Fix for PRB0040001: More memory.']],
  [
    'SYNC-PRB-4',
    ofProblem({ state: 'fix_in_progress' }, { ...explained, state: 'resolved', resolutionCode: 'fix_applied' }),
    ['PRB0040001 cause notes: A leak.', 'PRB0040001 fix notes: More memory.'],
  ],
  [
    'SYNC-PRB-5',
    { type: 'documented', record: theProblemWith(), article: { number: 'KB0010001', title: 'Memory' } },
    ['Known error article KB0010001: Memory'],
  ],
  [
    'SYNC-CHG-1',
    ofChange({ state: 'assess' }, { state: 'authorize' }),
    ['CHG0030001 state changed from Assess to Authorize.'],
  ],
  ['SYNC-CHG-2', ofChange({}, { type: 'emergency' }), ['CHG0030001 type changed from Normal to Emergency.']],
  ['SYNC-CHG-3', commented(theChangeWith(), 'Tonight.'), ['Comment on CHG0030001 by Ian Itil: Tonight.']],
  [
    'SYNC-CHG-4',
    ofChange({}, { onHold: true, onHoldReason: 'The part is late.' }),
    ['CHG0030001 is on hold: The part is late.'],
  ],
  [
    'SYNC-CHG-5',
    ofChange({ onHold: true, onHoldReason: 'The part is late.' }, {}),
    ['CHG0030001 is no longer on hold.'],
  ],
  [
    'SYNC-CHG-6',
    ofChange({ state: 'review' }, { state: 'closed', closeCode: 'successful_issues', closeNotes: 'It runs.' }),
    ['CHG0030001 close code: Successful with issues.', 'CHG0030001 close notes: It runs.'],
  ],
  [
    'SYNC-REQ-1',
    updated(theRequestWith(), theRequestWith({ state: 'approved' })),
    ['REQ0010001 state changed from Requested to Approved.'],
  ],
  [
    'SYNC-REQ-2',
    { type: 'closed', record: theRequestWith({ state: 'closed_incomplete' }), outcome },
    ['RITM0010001 Laptop: Closed Complete.', 'RITM0010002 Mouse: Closed Skipped.'],
  ],
  ['SYNC-REQ-3', commented(theRequestWith(), 'Ordered.'), ['Comment on REQ0010001 by Ian Itil: Ordered.']],
  ['SYNC-CASE-1', commented(theCaseWith(), 'Still down.', cora), ['Cora Customer (Boxeo) on CS0001001: Still down.']],
  [
    'SYNC-CASE-2',
    commented(theCaseWith(), 'We are on it.', { name: 'Ava Agent' }),
    ['Comment on CS0001001 by Ava Agent: We are on it.'],
  ],
];

const linesOf = (events: readonly TaskEvent[], settings: Settings) =>
  planEffects(events, settings).flatMap(({ lines }) => lines);

describe('the table of synchronisation rules', () => {
  it('SYNC-2 · every rule is listed, in the order of the table', () => {
    expect(ofItsm.map(({ id }) => id)).toEqual(table.map(([id]) => id));
  });

  for (const [id, event, lines] of table) {
    it(`${id} · its lines, word for word, the same to all of its targets`, () => {
      const own = planEffects([event], everythingOn)
        .map((effect) => effect.lines.filter(({ rule }) => rule === id).map(({ line }) => line))
        .filter((written) => written.length > 0);
      expect(own).toEqual(ofItsm.find((rule) => rule.id === id)?.targets.map(() => lines));
    });

    it(`${id}, ADM-2 · off, its lines are missing and no others`, () => {
      const all = linesOf([event], everythingOn);
      expect(linesOf([event], without(id))).toEqual(all.filter(({ rule }) => rule !== id));
    });
  }

  it('SYNC-CASE-2 · is off by default, the others are on', () => {
    expect(ofItsm.filter(({ offByDefault }) => offByDefault).map(({ id }) => id)).toEqual(['SYNC-CASE-2']);
    expect([...defaultSettings.rulesOff]).toEqual(['SYNC-CASE-2']);
  });

  it.each(['com.sn_cs_sm', 'com.sn_cs_sm_request'])('REL-3 · with %s off none of its rules fires', (integration) => {
    const off = { ...everythingOn, integrationsOff: new Set([integration]) };
    const left = ofItsm.filter((rule) => rule.integration !== integration);
    expect(ofItsm.filter((rule) => isActive(rule, off))).toEqual(left);
    const events = table.map(([, event]) => event);
    const fired = new Set(linesOf(events, off).map(({ rule }) => rule));
    expect([...fired]).toEqual(left.map(({ id }) => id));
  });

  it('SYNC-CASE-1 · waits for its property', () => {
    expect(linesOf([commented(theCaseWith(), 'Still down.', cora)], { ...everythingOn, values: new Map() })).toEqual(
      [],
    );
  });

  it('SYNC-CASE-1 · names a consumer without account; SYNC-CASE-2 leaves customers alone', () => {
    const jane = { name: 'Jane Doe', is: 'customer' } as const;
    expect(linesOf([commented(theCaseWith(), 'Help.', jane)], everythingOn)).toEqual([
      { rule: 'SYNC-CASE-1', line: 'Jane Doe on CS0001001: Help.' },
    ]);
  });

  it('SYNC-CASE-2 · copies comments of staff only, not of the system or a customer', () => {
    const copied = (by: Speaker) =>
      linesOf([commented(theCaseWith(), 'Words.', by)], everythingOn).filter(({ rule }) => rule === 'SYNC-CASE-2');
    expect(copied(speakerOf(internalUser('sn_customerservice_agent')))).toEqual([
      { rule: 'SYNC-CASE-2', line: 'Comment on CS0001001 by Ava Agent: Words.' },
    ]);
    expect(copied(speakerOf(system))).toEqual([]);
    expect(copied(cora)).toEqual([]);
  });

  it('SYNC-1 · no rule writes an additional comment into cases', () => {
    const others = ofItsm.filter(({ effect }) => effect !== 'note');
    expect(others.map(({ id, effect }) => [id, effect])).toEqual([
      ['SYNC-INC-5', 'move'],
      ['SYNC-CASE-1', 'comment'],
    ]);
    const copying = others.filter(({ effect }) => effect === 'comment');
    expect(copying.flatMap(({ targets }) => targets.map(kindOfTarget))).toEqual(['incident']);
  });

  it('SYNC-00 · an entry of a rule triggers the named rules only', () => {
    const comment: TaskEvent = { ...commented(theIncidentWith(), 'Cora on CS0001001: Down.'), rules: ['SYNC-CASE-1'] };
    expect(linesOf([comment], everythingOn).map(({ rule }) => rule)).toEqual(['SYNC-INC-4']);
    expect(linesOf([{ ...comment, rules: ['SYNC-CASE-2'] }], everythingOn)).toEqual([]);
    const known = new Set(ofItsm.map(({ id }) => id));
    expect(ofItsm.flatMap(({ triggers = [] }) => triggers).filter((id) => !known.has(id))).toEqual([]);
  });

  it('SYNC-2 · every rule on updates lists its watched fields, and ignores others', () => {
    const ofUpdates = ofItsm.filter(({ on }) => on === 'updated');
    for (const { id, watches = [], sources } of ofUpdates)
      for (const kind of sources) {
        expect(watches.length, id).toBeGreaterThan(0);
        expect(Object.keys(definitions[kind].fields), id).toEqual(expect.arrayContaining([...watches]));
      }
  });
});

describe('the lines of one update', () => {
  it('SYNC-2 · one effect with one line per rule, in the table’s order', () => {
    const question = commented(theIncidentWith({ state: 'on_hold', holdReason: 'awaiting_caller' }), 'Which floor?');
    const waits = ofIncident({ state: 'new' }, { state: 'on_hold', holdReason: 'awaiting_caller' });
    expect(planEffects([question, waits], everythingOn)).toEqual([
      {
        target: { to: 'cases', links: ['incident'] },
        sourceId: 'the-incident',
        sourceEntryId: 'entry',
        fields: [],
        moves: [],
        links: [],
        lines: [
          { rule: 'SYNC-INC-1', line: 'INC0010001 state changed from New to On Hold.' },
          { rule: 'SYNC-INC-2', line: 'INC0010001 on hold reason: Awaiting Caller.' },
          { rule: 'SYNC-INC-4', line: 'Comment on INC0010001 by Ian Itil: Which floor?' },
        ],
      },
    ]);
  });

  it.each([
    [
      'SYNC-INC-2 · the reason changes while on hold',
      ofIncident(
        { state: 'on_hold', holdReason: 'awaiting_vendor' },
        { state: 'on_hold', holdReason: 'awaiting_change' },
      ),
      ['INC0010001 on hold reason: Awaiting Change.'],
    ],
    [
      'SYNC-INC-2 · leaving On Hold says nothing of the reason',
      ofIncident({ state: 'on_hold', holdReason: 'awaiting_vendor' }, { state: 'in_progress' }),
      ['INC0010001 state changed from On Hold to In Progress.'],
    ],
    [
      'SYNC-INC-3 · closing copies the resolution again',
      ofIncident({ state: 'resolved', ...solved }, { state: 'closed', ...solved }),
      [
        'INC0010001 state changed from Resolved to Closed.',
        'INC0010001 resolution code: Solution provided.',
        'INC0010001 resolution notes: Restarted.\nWatched for an hour.',
      ],
    ],
    [
      'SYNC-INC-3 · a cancelled incident has no resolution to copy',
      ofIncident({ state: 'new' }, { state: 'canceled' }),
      ['INC0010001 state changed from New to Canceled.'],
    ],
    [
      'SYNC-INC-1 · what is no state is not told',
      ofIncident({ priority: 5 }, { priority: 1, description: 'More' }),
      [],
    ],
    [
      'SYNC-PRB-4 · a canceled problem says why',
      ofProblem({}, { ...explained, state: 'closed', resolutionCode: 'canceled', cancelledReason: 'None.' }),
      ['PRB0040001 state changed from New to Closed.', 'PRB0040001 canceled reason: None.'],
    ],
    [
      'SYNC-PRB-4 · an accepted risk says cause, reason and, if there is one, fix',
      ofProblem({ state: 'assess' }, { ...explained, state: 'closed', resolutionCode: 'risk_accepted' }),
      [
        'PRB0040001 state changed from Assess to Closed.',
        'PRB0040001 cause notes: A leak.',
        'PRB0040001 risk accepted reason: It is rare.',
        'PRB0040001 fix notes: More memory.',
      ],
    ],
    [
      'SYNC-PRB-4 · a duplicate copies nothing',
      ofProblem({}, { ...explained, state: 'closed', resolutionCode: 'duplicate' }),
      ['PRB0040001 state changed from New to Closed.'],
    ],
    [
      'SYNC-CHG-5 · canceling on hold also ends the hold',
      ofChange({ onHold: true, onHoldReason: 'Late.' }, { state: 'canceled', cancelReason: 'x' }),
      ['CHG0030001 state changed from New to Canceled.', 'CHG0030001 is no longer on hold.'],
    ],
    [
      'SYNC-REQ-3 · a comment on an item is told too',
      commented(theItemWith(), 'Packed.'),
      ['Comment on RITM0010001 by Ian Itil: Packed.'],
    ],
    [
      'SYNC-REQ-1 · an item’s own state is not told',
      updated(theItemWith(), theItemWith({ state: 'work_in_progress' })),
      [],
    ],
    ['SYNC-00 · a case’s own update tells nobody', updated(theCaseWith(), theCaseWith({ state: 'open' })), []],
    [
      'SYNC-00 · work notes tell nobody',
      { type: 'noted', record: theIncidentWith(), entryId: 'e', text: 'Psst' } as const,
      [],
    ],
    ['SYNC-00 · a new record tells nobody', { type: 'created', record: theIncidentWith() } as const, []],
  ])('%s', (_title, event, lines) => {
    expect(linesOf([event], everythingOn).map(({ line }) => line)).toEqual(lines);
  });
});

it('SYNC-2 · an item is reported as part of its request: one effect, in the order of the table', () => {
  const request = theRequestWith({ state: 'approved' });
  const item = theItemWith({ requestId: request.id });
  const events = [commented(item, 'Packed.'), updated(request, { ...request, state: 'closed_complete' })];
  expect(planEffects(events, everythingOn)).toEqual([
    expect.objectContaining({
      sourceId: request.id,
      sourceEntryId: 'entry',
      lines: [
        { rule: 'SYNC-REQ-1', line: 'REQ0010001 state changed from Approved to Closed Complete.' },
        { rule: 'SYNC-REQ-3', line: 'Comment on RITM0010001 by Ian Itil: Packed.' },
      ],
    }),
  ]);
});

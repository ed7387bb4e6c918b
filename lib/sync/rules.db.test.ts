import { beforeAll, describe, expect, it } from 'vitest';
import { type TaskKind, taskKindNames, taskKinds } from '#lib/record/kind.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import type { IntegrationId } from '#lib/settings/integrations.ts';
import { type Scenario, type Scenarios, scenariosOf } from '#lib/testing/scenarios.ts';
import { commentsOf, journalOf, setIntegrationActive, setProperty, setRuleActive, world } from '#lib/testing/world.ts';
import { syncRules } from './rules.ts';

const w = await world();
let scenarios: Scenarios;

beforeAll(async () => {
  scenarios = await scenariosOf(w);
  await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
  await setRuleActive('SYNC-CASE-2', true);
});

type Line = { rule: string; line: string };
/** A record's notes, each as the lines that rules wrote. */
type Notes = Line[][];

const prefixes = taskKindNames.map((kind) => taskKinds[kind].prefix).concat('KB');
const anonymous = (text: string) => text.replaceAll(new RegExp(`\\b(${prefixes.join('|')})\\d+`, 'g'), '$1');

async function notesByRules(record: TaskRecord): Promise<Notes> {
  return (await journalOf(record))
    .filter(({ authorId }) => authorId === null)
    .map(({ lines }) => ((lines ?? []) as Line[]).map(({ rule, line }) => ({ rule, line: anonymous(line) })))
    .filter((lines) => lines.some(({ rule }) => rule.startsWith('SYNC')));
}

function begin(kind: TaskKind): Promise<Scenario> {
  const make = scenarios[kind];
  if (!make) throw new Error(`Nothing is known of the life of ${kind}.`);
  return make();
}

type Turn = (on: boolean) => Promise<void>;

/** Runs a scenario on new records, linked before a rule is switched off. Returns what rules wrote into each recipient. */
async function live(kind: TaskKind, turn: Turn = async () => undefined): Promise<Notes[]> {
  const { receivers, run } = await begin(kind);
  await turn(false);
  try {
    await run();
  } finally {
    await turn(true);
  }
  return Promise.all(receivers.map(notesByRules));
}

const known = new Map<TaskKind, Promise<Notes[]>>();
/** The same with every rule on; runs once per kind. */
function everythingOf(kind: TaskKind): Promise<Notes[]> {
  const lived = known.get(kind) ?? live(kind);
  known.set(kind, lived);
  return lived;
}

/** The notes without these lines; a note with no lines left is dropped. */
const without = (all: readonly Notes[], gone: (line: Line) => boolean): Notes[] =>
  all.map((notes) => notes.map((lines) => lines.filter((line) => !gone(line))).filter((lines) => lines.length > 0));

/** A customer's reply reaches other cases through its copy in the incident: with the rule off, both are missing. */
const isWrittenBy = (id: string, { rule, line }: Line) =>
  rule === id || (id === 'SYNC-CASE-1' && rule === 'SYNC-INC-4' && line.includes('by System'));

/** The exact notes of the first recipient in each scenario. */
const receivers: readonly (readonly [TaskKind, string[]])[] = [
  [
    'incident',
    [
      'INC state changed from New to On Hold.\nINC on hold reason: Awaiting Vendor.\nComment on INC by Ian Itil: A part comes.',
      'INC on hold reason: Awaiting Change.',
      'INC state changed from On Hold to Resolved.\nINC resolution code: Solution provided.\nINC resolution notes: Restarted.',
      'INC state changed from Resolved to Closed.\nINC resolution code: Solution provided.\nINC resolution notes: Restarted.',
    ],
  ],
  [
    'problem',
    [
      'PRB state changed from New to Assess.',
      'Workaround for PRB: Restart it.',
      'Known error article KB: Memory is lost',
      'PRB state changed from Assess to Root Cause Analysis.',
      'PRB state changed from Root Cause Analysis to Fix in Progress.',
      'PRB state changed from Fix in Progress to Resolved.\nPRB cause notes: A leak.\nPRB fix notes: More memory.',
      'Fix for PRB: More memory.',
      'PRB state changed from Resolved to Closed.\nPRB cause notes: A leak.\nPRB fix notes: More memory.',
    ],
  ],
  [
    'change',
    [
      'CHG type changed from Normal to Emergency.',
      'CHG state changed from New to Authorize.\nComment on CHG by Ian Itil: It is urgent.',
      'CHG is on hold: The part is late.',
      'CHG is no longer on hold.',
      'CHG state changed from Authorize to Scheduled.',
      'CHG state changed from Scheduled to Implement.',
      'CHG state changed from Implement to Review.',
      'CHG state changed from Review to Closed.\nCHG close code: Successful.\nCHG close notes: It runs.',
    ],
  ],
  [
    'request',
    [
      'Comment on REQ by Ian Itil: It is ordered.',
      'REQ state changed from Requested to Approved.',
      'Comment on RITM by Ian Itil: It is packed.',
      'REQ state changed from Approved to Closed Complete.\nRITM Laptop: Closed Complete.\nRITM Mouse: Closed Complete.',
    ],
  ],
  ['case', []],
];

/** Rules of major cases are tested in major-case.db.test.ts. */
const ofItsm = syncRules.filter(({ integration }) => integration.startsWith('com.sn_cs_sm'));
const rows = ofItsm.map(({ id, sources, integration }) => ({ id, kind: sources[0] as TaskKind, integration }));

describe.each(rows)('$id, turned on and off', ({ id, kind }) => {
  it(`${id}, ADM-2 · on it writes; off, its lines are missing and nothing else`, async () => {
    const all = await everythingOf(kind);
    const fired = all.flat(2).filter(({ rule }) => rule === id);
    expect(fired, `${id} fires nowhere in scenarios.${kind}: let it happen there`).not.toEqual([]);
    const rest = await live(kind, (on) => setRuleActive(id, on));
    expect(rest).toEqual(without(all, (line) => isWrittenBy(id, line)));
  });
});

describe.each(receivers)('the life of a %s', (kind, expected) => {
  const own = rows.filter((row) => row.kind === kind);
  const ids = own.map(({ id }) => id).join(', ');
  const integration = own[0]?.integration as IntegrationId;
  const other: IntegrationId = integration === 'com.sn_cs_sm' ? 'com.sn_cs_sm_request' : 'com.sn_cs_sm';

  it(`${ids}, SYNC-2 · writes exact text, in order, the same to all targets`, async () => {
    const [first, ...others] = await everythingOf(kind);
    const texts = (first ?? []).map((lines) => lines.map(({ line }) => line).join('\n'));
    expect(texts).toEqual(expected);
    // Only for incidents and changes does the fixture have several equal recipients; proactive cases are also resolved.
    const alike = kind === 'incident' || kind === 'change' ? without(others, ({ rule }) => rule === 'SYNC-INC-5') : [];
    expect(alike).toEqual(alike.map(() => first));
  });

  it(`${ids}, SYNC-1 · writes no person’s text into the comments of a case`, async () => {
    const { receivers, run } = await begin(kind);
    await run();
    const cases = receivers.filter((record) => record.kind === 'case');
    const said = (await Promise.all(cases.map(commentsOf))).flat();
    expect(said).toEqual(kind === 'case' ? ['Still down.', 'We are on it.'] : []);
  });

  it(`${ids}, REL-3 · is silent while its integration is off, and catches up nothing later`, async () => {
    const rest = await live(kind, (on) => setIntegrationActive(integration, on));
    expect(rest.flat()).toEqual([]);
  });

  it(`${ids}, REL-3 · is unaffected while the other integration is off`, async () => {
    const all = await everythingOf(kind);
    const rest = await live(kind, (on) => setIntegrationActive(other, on));
    expect(rest).toEqual(all);
  });
});

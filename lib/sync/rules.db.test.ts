import { beforeAll, describe, expect, it } from 'vitest';
import type { IntegrationId } from '#lib/integration/integrations.ts';
import { attachArticle } from '#lib/knowledge/commands/attach-article.ts';
import { db } from '#lib/platform/db.ts';
import {
  aCaseOf,
  aChange,
  anArticle,
  anOffer,
  answer,
  aProblem,
  approvalBoard,
  type Board,
  itemOf,
  planned,
} from '#lib/platform/testing/itsm.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  change,
  commentsOf,
  journalOf,
  setProperty,
  turnIntegration,
  turnRule,
  type World,
  world,
} from '#lib/platform/testing/world.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { addEntry } from '#lib/task/commands/add-entry.ts';
import { type TaskKind, taskKindNames, taskKinds } from '#lib/task/kind.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { syncRules } from './rules.ts';

let w: World;
let board: Board;
let article: string;
let offers: [string, string];

beforeAll(async () => {
  w = await world();
  board = await approvalBoard();
  offers = [await anOffer('Laptop', board.id), await anOffer('Mouse')];
  article = await anArticle(w, { title: 'Memory is lost' });
  await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
  await turnRule('SYNC-CASE-2', true);
});

const say = (by: World['ian'], { kind, number }: Pick<TaskRecord, 'kind' | 'number'>, text: string) =>
  addEntry(by, { kind, number, type: 'comment', text });

/** The records that hear of it, and what happens. */
type Life = { heard: readonly TaskRecord[]; happen: () => Promise<unknown> };

/** Communicates, or is refused where nobody would be told. */
const communicates = (number: string, what: 'workaround' | 'fix') =>
  communicate(w.ian, { number, what }).catch((refused) => expect(refused).toMatchObject({ rule: 'REL-3' }));

/** For each kind a life in which every rule that it is the source of fires. Linking comes first. */
const lives: Readonly<Partial<Record<TaskKind, () => Promise<Life>>>> = {
  async incident() {
    const { theCase, incident } = await aCaseWithIncident(w);
    const happen = async () => {
      await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' }, { comment: 'A part comes.' });
      await change(w.ian, incident, { holdReason: 'awaiting_change' });
      const solved = { resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };
      await change(w.ian, incident, { state: 'resolved', ...solved });
      await change(w.ian, incident, { state: 'closed' });
    };
    const proactive = await anotherCaseOf(w, incident);
    await db().case.update({ where: { id: proactive.id }, data: { proactive: true } });
    return { heard: [theCase, await anotherCaseOf(w, incident), proactive], happen };
  },
  async problem() {
    const problem = await aProblem(w, { workaround: 'Restart it.' });
    const heard = [await aCaseOf(w, 'problem', problem), await anIncident(w, { problemId: problem.id })];
    const happen = async () => {
      const { number } = problem;
      await change(w.ian, problem, { state: 'assess' });
      await communicates(number, 'workaround');
      await attachArticle(w.ian, { kind: 'problem', number, article, attached: true });
      await change(w.ian, problem, { state: 'root_cause_analysis' });
      await change(w.ian, problem, { state: 'fix_in_progress' });
      await change(w.ian, problem, { state: 'resolved', causeNotes: 'A leak.', fixNotes: 'More memory.' });
      await communicates(number, 'fix');
      await change(w.ian, problem, { state: 'closed', resolutionCode: 'fix_applied' });
    };
    return { heard, happen };
  },
  async change() {
    const record = await aChange(w);
    const heard = [await aCaseOf(w, 'change', record), await aCaseOf(w, 'causedByChange', record)];
    const happen = async () => {
      await change(w.ian, record, { type: 'emergency' });
      await change(w.ian, record, { state: 'authorize', approvalGroupId: board.id }, { comment: 'It is urgent.' });
      await answer(board.arno, record);
      await change(w.ian, record, { onHold: true, onHoldReason: 'The part is late.' });
      await change(w.ian, record, { onHold: false });
      await change(w.ian, record, { state: 'scheduled', ...planned });
      await change(w.ian, record, { state: 'implement' });
      await change(w.ian, record, { state: 'review' });
      await change(w.ian, record, { state: 'closed', closeCode: 'successful', closeNotes: 'It runs.' });
    };
    return { heard, happen };
  },
  async request() {
    const theCase = await aCase(w);
    const items = offers.map((catalogItemId) => ({ catalogItemId, quantity: 1 }));
    const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
    const [laptop, mouse] = [await itemOf(request, 'Laptop'), await itemOf(request, 'Mouse')];
    const happen = async () => {
      await say(w.ian, request, 'It is ordered.');
      await answer(board.arno, laptop);
      await say(w.ian, laptop, 'It is packed.');
      await change(w.ian, mouse, { state: 'closed_complete' });
      await change(w.ian, laptop, { state: 'closed_complete' });
    };
    return { heard: [theCase], happen };
  },
  async case() {
    const { theCase, incident } = await aCaseWithIncident(w);
    const heard = [theCase, incident, await anotherCaseOf(w, incident)];
    const happen = async () => {
      await say(w.cora, theCase, 'Still down.');
      await say(w.ava, theCase, 'We are on it.');
    };
    return { heard, happen };
  },
};

type Line = { rule: string; line: string };
/** Notes of one record: each is the lines that rules put into it. */
type Notes = Line[][];

const prefixes = taskKindNames.map((kind) => taskKinds[kind].prefix).concat('KB');
const anonymous = (text: string) => text.replaceAll(new RegExp(`\\b(${prefixes.join('|')})\\d+`, 'g'), '$1');

async function notesByRules(record: TaskRecord): Promise<Notes> {
  return (await journalOf(record))
    .filter(({ authorId }) => authorId === null)
    .map(({ lines }) => ((lines ?? []) as Line[]).map(({ rule, line }) => ({ rule, line: anonymous(line) })))
    .filter((lines) => lines.some(({ rule }) => rule.startsWith('SYNC')));
}

function begin(kind: TaskKind): Promise<Life> {
  const make = lives[kind];
  if (!make) throw new Error(`Nothing is known of the life of ${kind}.`);
  return make();
}

type Turn = (on: boolean) => Promise<void>;

/** Lives a life on new records, linked before something is turned off; what rules wrote into each who hears of it. */
async function live(kind: TaskKind, turn: Turn = async () => undefined): Promise<Notes[]> {
  const { heard, happen } = await begin(kind);
  await turn(false);
  try {
    await happen();
  } finally {
    await turn(true);
  }
  return Promise.all(heard.map(notesByRules));
}

const known = new Map<TaskKind, Promise<Notes[]>>();
/** The same with every rule on; lived once for all rules of a kind. */
function everythingOf(kind: TaskKind): Promise<Notes[]> {
  const lived = known.get(kind) ?? live(kind);
  known.set(kind, lived);
  return lived;
}

/** What is left without these lines: a note of which nothing is left is not there. */
const without = (all: readonly Notes[], gone: (line: Line) => boolean): Notes[] =>
  all.map((notes) => notes.map((lines) => lines.filter((line) => !gone(line))).filter((lines) => lines.length > 0));

/** What a customer's reply puts into an incident is what tells the other cases: off, both are missing. */
const isToldBy = (id: string, { rule, line }: Line) =>
  rule === id || (id === 'SYNC-CASE-1' && rule === 'SYNC-INC-4' && line.includes('by System'));

/** Word for word: what the first who hears of it gets in such a life, each note one entry. */
const told: readonly (readonly [TaskKind, string[]])[] = [
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

const rows = syncRules.map(({ id, sources, integration }) => ({ id, kind: sources[0] as TaskKind, integration }));

describe.each(rows)('$id, turned on and off', ({ id, kind }) => {
  it(`${id}, ADM-2 · on it writes; off, its lines are missing and nothing else`, async () => {
    const all = await everythingOf(kind);
    const fired = all.flat(2).filter(({ rule }) => rule === id);
    expect(fired, `${id} fires nowhere in lives.${kind}: let it happen there`).not.toEqual([]);
    const rest = await live(kind, (on) => turnRule(id, on));
    expect(rest).toEqual(without(all, (line) => isToldBy(id, line)));
  });
});

describe.each(told)('the life of a %s', (kind, expected) => {
  const own = rows.filter((row) => row.kind === kind);
  const ids = own.map(({ id }) => id).join(', ');
  const integration = own[0]?.integration as IntegrationId;
  const other: IntegrationId = integration === 'com.sn_cs_sm' ? 'com.sn_cs_sm_request' : 'com.sn_cs_sm';

  it(`${ids}, SYNC-2 · is told word for word, in order, and to everybody the same`, async () => {
    const [first, ...others] = await everythingOf(kind);
    const texts = (first ?? []).map((lines) => lines.map(({ line }) => line).join('\n'));
    expect(texts).toEqual(expected);
    // Only of an incident and a change does the fixture have several who hear the same; a proactive case is resolved besides.
    const alike = kind === 'incident' || kind === 'change' ? without(others, ({ rule }) => rule === 'SYNC-INC-5') : [];
    expect(alike).toEqual(alike.map(() => first));
  });

  it(`${ids}, SYNC-1 · writes nobody’s words into the comments of a case`, async () => {
    const { heard, happen } = await begin(kind);
    await happen();
    const cases = heard.filter((record) => record.kind === 'case');
    const said = (await Promise.all(cases.map(commentsOf))).flat();
    expect(said).toEqual(kind === 'case' ? ['Still down.', 'We are on it.'] : []);
  });

  it(`${ids}, REL-3 · is told to nobody while its integration is off, and nothing is caught up later`, async () => {
    const rest = await live(kind, (on) => turnIntegration(integration, on));
    expect(rest.flat()).toEqual([]);
  });

  it(`${ids}, REL-3 · is told the same while the other integration is off`, async () => {
    const all = await everythingOf(kind);
    const rest = await live(kind, (on) => turnIntegration(other, on));
    expect(rest).toEqual(all);
  });
});

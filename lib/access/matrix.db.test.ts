import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { moveCaseAction } from '#lib/case/actions.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import {
  addEntryToManyAction,
  assignManyAction,
  undoManyAction,
  updateManyAction,
  watchManyAction,
} from '#lib/list/actions.ts';
import { openMajorCaseAction } from '#lib/major-case/actions.ts';
import { createRecordsAction } from '#lib/new-record/actions.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { addEntryAction, updateTaskAction, watchAction } from '#lib/record-page/actions.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { associateAction, createFromCaseAction, removeAction } from '#lib/related/actions.ts';
import { linkableCases, linkableRecords } from '#lib/related/queries/linkable.ts';
import { type Answer, allAnswer, answersTo, answerTo } from '#lib/testing/answers.ts';
import {
  choiceAttempts,
  mailAttempts,
  majorCaseAttempts,
  orderAttempts,
  portalAttempts,
} from '#lib/testing/attempts.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aWaitingMail } from '#lib/testing/waiting-mail.ts';
import { aCase, anIncident, anotherCaseOf, fresh, holderOf, makeMajor, world } from '#lib/testing/world.ts';
import type { Values } from '#lib/write/check-values.ts';
import { can } from './policy.ts';
import { mayReadTask } from './readable.ts';
import { type Role, roleNames, roles } from './roles.ts';

type Letters = string;

/**
 * By kind, for every role alone: S see, C create, E edit, change state and add watchers, K comment and write work notes, a
 * assign to oneself, A to anybody, X export. Written from the specification, not from the product.
 */
const AGENT = 'S C E K a X';
const table: Readonly<Record<string, readonly [contactCase: Letters, consumerCase: Letters, incident: Letters]>> = {
  'no role': ['', '', ''],
  admin: ['S C E K A X', 'S C E K A X', 'S C E K A X'],
  sn_customerservice_agent: [AGENT, '', ''],
  'sn_customerservice.consumer_agent': ['', AGENT, ''],
  sn_customerservice_manager: ['S C E K A X', 'S C E K A X', ''],
  'sn_majorissue_mgt.major_issue_manager': [AGENT, '', ''],
  sn_incident_read: ['', '', 'S'],
  sn_incident_write: ['', '', 'S C'],
  sn_problem_read: ['', '', ''],
  sn_problem_write: ['', '', ''],
  sn_change_read: ['', '', ''],
  sn_change_write: ['', '', ''],
  sn_request_read: ['', '', ''],
  sn_request_write: ['', '', ''],
  itil: ['', '', 'S C E K A X'],
  'sn_ind_tsm_core.noc_agent': ['S', 'S', 'S C E K A X'],
  'sn_customerservice.case_viewer': ['S', 'S', ''],
  approver_user: ['', '', ''],
  wm_read: ['', '', ''],
  wm_initiator: ['', '', ''],
  wm_dispatcher: ['', '', ''],
  wm_agent: ['', '', ''],
  wm_admin: ['', '', ''],
};

const columns = ['case of a contact', 'case of a consumer', 'incident'] as const;

const w = await world();
let records: Readonly<Record<(typeof columns)[number], TaskRecord>>;
const holders = new Map<string, Person>();

beforeAll(async () => {
  records = {
    'case of a contact': await aCase(w),
    'case of a consumer': await aCase(w, { consumerId: w.jane.id }),
    incident: await anIncident(w),
  };
  for (const role of Object.keys(table))
    holders.set(role, await holderOf(`${role} alone`, role === 'no role' ? [] : [role as Role]));
});

const versionOf = async ({ id }: TaskRecord) => (await db().task.findUniqueOrThrow({ where: { id } })).version;

const newCase = (customer: { contactId: string } | { consumerId: string }) => ({
  kind: 'case' as const,
  values: { shortDescription: 'By the matrix', ...customer },
});

/** A user who works such records and is not one of the holders (REC-5). */
function colleagueFor({ kind, consumerId }: TaskRecord): Person & { id: string } {
  return kind === 'incident' ? w.noa : consumerId ? w.cleo : w.pat;
}

/** A selection of only this record, in its current version. */
const selectionOf = async (record: TaskRecord) => ({
  kind: record.kind,
  records: [{ number: record.number, version: await versionOf(record) }],
});

type Attempt = (record: TaskRecord, actor: Person) => Promise<unknown>;

/** Every action on a record, with the letter that permits it. */
const attempts: Readonly<Record<string, readonly [letter: string, attempt: Attempt]>> = {
  create: [
    'C',
    ({ kind, consumerId }) => {
      if (kind === 'incident') return createRecordsAction({ kind, values: { shortDescription: 'By the matrix' } });
      return createRecordsAction(newCase(consumerId ? { consumerId } : { contactId: w.cora.id }));
    },
  ],
  edit: ['E', async (record) => update(record, { description: `Edited at version ${await versionOf(record)}` })],
  watch: [
    'E',
    ({ kind, number }) => watchAction({ kind, number, list: 'watch_list', userId: w.adam.id, watching: true }),
  ],
  comment: ['K', ({ kind, number }) => addEntryAction({ kind, number, type: 'comment', text: 'Hello' })],
  'work note': ['K', ({ kind, number }) => addEntryAction({ kind, number, type: 'work_note', text: 'Psst' })],
  'assign to a colleague': [
    'A',
    (record, actor) => {
      const colleague = colleagueFor(record);
      return update(record, { assignedToId: record.assignedToId === colleague.id ? actor.id : colleague.id });
    },
  ],
  'assign a selection': [
    'a',
    async (record) =>
      assignManyAction({
        kind: record.kind,
        records: [{ number: record.number, version: await versionOf(record) }],
        to: 'me',
        confirmed: true,
      }),
  ],
  'undo an assignment': ['a', async (record) => undoManyAction({ what: 'assignment', ...(await selectionOf(record)) })],
  'change a selection': [
    'E',
    async (record) => {
      const description = `Changed at version ${await versionOf(record)}`;
      return updateManyAction({ ...(await selectionOf(record)), to: { values: { description } } });
    },
  ],
  'comment on a selection': [
    'K',
    async (record) => addEntryToManyAction({ ...(await selectionOf(record)), type: 'comment', text: 'Hello' }),
  ],
  'note on a selection': [
    'K',
    async (record) => addEntryToManyAction({ ...(await selectionOf(record)), type: 'work_note', text: 'Psst' }),
  ],
  'watch a selection': [
    'S',
    async (record) => watchManyAction({ ...(await selectionOf(record)), list: 'watch_list', watching: true }),
  ],
  'assign to oneself': ['a', (record, actor) => update(record, { assignedToId: actor.id })],
};

async function update(record: TaskRecord, values: Record<string, string>) {
  const { kind, number } = record;
  return updateTaskAction({ kind, number, version: await versionOf(record), values });
}

function expected(letters: Letters, letter: string, op: string): Answer {
  const granted = letters.split(' ');
  if (granted.includes(letter) || (letter === 'a' && granted.includes('A'))) return 'yes';
  return op === 'create' || granted.includes('S') ? 'refused' : 'hidden';
}

/** A new record for each attempt, so that no cell depends on another. */
function another(column: (typeof columns)[number]): Promise<TaskRecord> {
  if (column === 'incident') return anIncident(w);
  return aCase(w, column === 'case of a consumer' ? { consumerId: w.jane.id } : {});
}

describe('every internal role and every kind', () => {
  it('ACC-2 · the table names every internal role', () => {
    const internal = roleNames.filter((role) => roles[role].audience === 'internal');
    expect(
      Object.keys(table)
        .filter((role) => role !== 'no role')
        .sort(),
    ).toEqual([...internal].sort());
  });

  for (const [role, cells] of Object.entries(table))
    for (const [index, column] of columns.entries()) {
      const letters = cells[index] ?? '';
      it(`ACC-2, ACC-6 · ${role} · ${column}: ${letters || 'nothing'}`, async () => {
        const actor = holders.get(role) as Person;
        const record = records[column];
        expect(await mayReadTask(db(), actor, record.id)).toBe(letters.includes('S'));
        expect(can(actor, 'export', record.kind), 'export').toBe(
          letters.includes('X') || (record.kind === 'case' && cells[0].concat(cells[1]).includes('X')),
        );
        const answers: Record<string, Answer> = {};
        const wanted: Record<string, Answer> = {};
        const target = await another(column);
        for (const [op, [letter, attempt]] of Object.entries(attempts)) {
          wanted[op] = expected(letters, letter, op);
          answers[op] = await answerTo(actor, async () => attempt(await fresh(target), actor));
        }
        expect(answers).toEqual(wanted);
      });
    }

  for (const [role, [contactCase, consumerCase]] of Object.entries(table))
    it(`ACC-2 · ${role} · the buttons of a case`, async () => {
      const actor = holders.get(role) as Person;
      const propose = ({ number, version }: Case) =>
        moveCaseAction({
          number,
          version,
          verb: 'propose-solution',
          values: { resolutionCode: 'duplicate', resolutionNotes: 'x' },
        });
      const [ofCora, ofJane] = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
      expect(await answerTo(actor, () => propose(ofCora))).toBe(expected(contactCase, 'E', 'move'));
      expect(await answerTo(actor, () => propose(ofJane))).toBe(expected(consumerCase, 'E', 'move'));
    });
});

describe('the portal', () => {
  it.each(Object.keys(table))('ACC-2, POR-20 · pages for customers do not exist for %s', async (role) => {
    const { number } = await aCase(w);
    const attempts = portalAttempts(
      { open: number, resolved: number, closing: number },
      { email: 'carl.colleague@example.test', userId: w.carl.id },
    );
    const before = await db().task.findUniqueOrThrow({ where: { number } });
    expect(await answersTo(holders.get(role) as Person, attempts)).toEqual(allAnswer(attempts, 'hidden'));
    expect(await db().task.findUniqueOrThrow({ where: { number } })).toEqual(before);
  });
});

describe('orders and approvals of customers', () => {
  it.each(Object.keys(table))('ACC-2, POR-20 · are not there for %s', async (role) => {
    const attempts = { ...orderAttempts(randomUUID(), randomUUID()), ...choiceAttempts('WOT9999999') };
    expect(await answersTo(holders.get(role) as Person, attempts)).toEqual(allAnswer(attempts, 'hidden'));
  });
});

describe('emails that wait', () => {
  for (const [role, cells] of Object.entries(table))
    for (const [index, column] of columns.slice(0, 2).entries())
      it(`ACC-2, MAIL-5 · ${role} · of a ${column}`, async () => {
        const actor = holders.get(role) as Person;
        const { id, number, contactId, consumerId } = await another(column);
        const customer = contactId ? { contactId } : { consumerId: consumerId ?? '' };
        const ids = {
          file: await aWaitingMail(id),
          open: await aWaitingMail(id),
          discard: await aWaitingMail(id),
          move: await aWaitingMail(id, 'filed'),
          return: await aWaitingMail(id, 'discarded'),
        };
        const attempts = mailAttempts(ids, { number, to: (await another(column)).number, customer });
        const wanted = expected(cells[index] ?? '', 'E', 'review');
        expect(await answersTo(actor, attempts)).toEqual(allAnswer(attempts, wanted));
      });
});

/** MAJ-6 · Who leads major cases: for a contact's case, and for a consumer's case. */
const leads: Readonly<Record<string, readonly [contactCase: Answer, consumerCase: Answer]>> = {
  admin: ['yes', 'yes'],
  sn_customerservice_manager: ['yes', 'yes'],
  'sn_majorissue_mgt.major_issue_manager': ['yes', 'hidden'],
};

describe('major cases', () => {
  /** Cases in each state that the buttons start from, and a major case. */
  async function aFamily(column: (typeof columns)[number]) {
    const [plain, one, two, child, free, major] = [
      await another(column),
      await another(column),
      await another(column),
      await another(column),
      await another(column),
      await aCase(w),
    ];
    await db().case.updateMany({ where: { id: { in: [one.id, two.id] } }, data: { majorCaseState: 'proposed' } });
    await makeMajor(major, child);
    // CASE-9: all agents may work a case without a customer.
    await db().task.update({ where: { id: major.id }, data: { contactId: null, accountId: null } });
    return { plain, one, two, child, free, major };
  }

  for (const [role, cells] of Object.entries(table))
    for (const [index, column] of columns.slice(0, 2).entries())
      it(`ACC-2, MAJ-6 · ${role} · of a ${column}`, async () => {
        const actor = holders.get(role) as Person;
        const { plain, one, two, child, free, major } = await aFamily(column);
        const answers = await answersTo(
          actor,
          majorCaseAttempts({
            propose: plain.number,
            approve: one.number,
            reject: two.number,
            remove: child.number,
            add: free.number,
            major: major.number,
          }),
        );
        const [agents, reads] = [expected(cells[index] ?? '', 'E', 'propose'), `${cells[0]}${cells[1]}`.includes('S')];
        const led = leads[role]?.[index] ?? (agents === 'yes' ? 'refused' : agents);
        // Adding skips selected cases that the actor does not see.
        const adds = leads[role] ? 'yes' : reads ? 'refused' : 'hidden';
        expect(answers).toEqual({ propose: agents, approve: led, reject: led, remove: led, add: adds });
      });

  for (const [role, [contactCase, consumerCase]] of Object.entries(table))
    it(`ACC-2, MAJ-6 · ${role} · creates candidates and major cases`, async () => {
      const actor = holders.get(role) as Person;
      const values = { shortDescription: 'By the matrix', businessImpact: 'None.' };
      const creates = `${contactCase} ${consumerCase}`.includes('C') ? 'yes' : 'refused';
      expect(await answerTo(actor, () => openMajorCaseAction({ as: 'candidate', values }))).toBe(creates);
      const leading = leads[role] ? 'yes' : 'refused';
      expect(await answerTo(actor, () => openMajorCaseAction({ as: 'major case', values }))).toBe(leading);
    });
});

type Links = { case: 'contact' | 'consumer'; create: Answer; associate: Answer; remove: Answer };

const [no, yes, hidden] = ['refused', 'yes', 'hidden'] as const;
const links = (of: Links['case'], create: Answer, associate: Answer, remove: Answer): Links => ({
  case: of,
  create,
  associate,
  remove,
});

/** Associating needs E on the case and L on the incident; creating needs E and C. Unreadable records do not exist. */
const linking: readonly [readonly Role[], Links][] = [
  [[], links('contact', hidden, hidden, hidden)],
  [['admin'], links('contact', yes, yes, yes)],
  [['sn_customerservice_agent'], links('contact', no, hidden, hidden)],
  [['sn_customerservice_manager'], links('contact', no, hidden, hidden)],
  [['sn_majorissue_mgt.major_issue_manager'], links('contact', no, hidden, hidden)],
  [['sn_incident_read'], links('contact', hidden, hidden, hidden)],
  [['sn_incident_write'], links('contact', hidden, hidden, hidden)],
  [['itil'], links('contact', hidden, hidden, hidden)],
  [['sn_customerservice.case_viewer'], links('contact', no, hidden, hidden)],
  [['sn_customerservice.case_viewer', 'sn_incident_write'], links('contact', no, no, no)],
  [['sn_ind_tsm_core.noc_agent'], links('contact', no, no, no)],
  [['sn_customerservice_agent', 'sn_incident_read'], links('contact', no, yes, yes)],
  [['sn_customerservice_agent', 'sn_incident_write'], links('contact', yes, yes, yes)],
  [['sn_customerservice_agent', 'itil'], links('contact', yes, yes, yes)],
  [['sn_customerservice_manager', 'itil'], links('contact', yes, yes, yes)],
  [['sn_customerservice_agent', 'sn_ind_tsm_core.noc_agent'], links('contact', yes, yes, yes)],
  [['sn_customerservice_agent', 'sn_incident_write'], links('consumer', hidden, hidden, hidden)],
  [['sn_customerservice.consumer_agent', 'sn_incident_write'], links('consumer', yes, yes, yes)],
  [['sn_customerservice.consumer_agent', 'sn_incident_write'], links('contact', hidden, hidden, hidden)],
  [['sn_customerservice.consumer_agent', 'sn_incident_read'], links('consumer', no, yes, yes)],
  [['sn_customerservice.consumer_agent', 'sn_ind_tsm_core.noc_agent'], links('consumer', yes, yes, yes)],
  [
    ['sn_customerservice_agent', 'sn_problem_write', 'sn_change_write', 'sn_request_write'],
    links('contact', no, hidden, hidden),
  ],
];

describe('both records of every link', () => {
  for (const [held, cells] of linking)
    it(`ACC-2, REL-16 · ${held.join(' and ') || 'no role'} · ${cells.case}: create ${cells.create}, associate ${cells.associate}, remove ${cells.remove}`, async () => {
      const actor = await holderOf(`Linker ${held.join(' ')} ${cells.case}`, held);
      const values: Values = cells.case === 'consumer' ? { consumerId: w.jane.id } : {};
      const incident = await anIncident(w);
      const [bare, free, taken] = [
        await aCase(w, values),
        await aCase(w, values),
        await anotherCaseOf(w, incident, values),
      ];
      const relate = (theCase: Case) =>
        ({ caseNumber: theCase.number, link: 'incident', number: incident.number }) as const;
      const before = await db().incident.count();
      expect({
        create: await answerTo(actor, () =>
          createFromCaseAction({ caseNumber: bare.number, variant: 'incident', values: {} }),
        ),
        associate: await answerTo(actor, () => associateAction(relate(free))),
        remove: await answerTo(actor, () => removeAction(relate(taken))),
      }).toEqual({ create: cells.create, associate: cells.associate, remove: cells.remove });
      expect(await db().incident.count()).toBe(before + (cells.create === 'yes' ? 1 : 0));
      expect((await fresh(free)).incidentId === incident.id).toBe(cells.associate === 'yes');
      expect((await fresh(taken)).incidentId === null).toBe(cells.remove === 'yes');
    });

  for (const [held, cells] of linking)
    it(`REL-16, REL-10 · ${held.join(' and ') || 'no role'} · the pickers for a ${cells.case} list what can be linked`, async () => {
      const actor = await holderOf(`Picker ${held.join(' ')} ${cells.case}`, held);
      const theCase = await aCase(w, cells.case === 'consumer' ? { consumerId: w.jane.id } : {});
      const incident = await anIncident(w);
      const pickedCases = (await linkableCases(actor, 'incident', theCase.number)).map(({ number }) => number);
      const picked = (await linkableRecords(actor, 'incident', incident.number)).map(({ number }) => number);
      const readsIncidents = held.some((role) => role === 'admin' || role === 'itil' || /incident|noc/.test(role));
      expect(picked).toEqual(readsIncidents ? [incident.number] : []);
      expect(pickedCases).toEqual(cells.associate === 'yes' ? [theCase.number] : []);
    });
});

/** One role sees all cases, another works those of its own customers; the additional ones are not workable. */
const mixed: readonly [readonly Role[], works: 'contact' | 'consumer'][] = [
  [['sn_customerservice_agent', 'sn_customerservice.case_viewer'], 'contact'],
  [['sn_customerservice_agent', 'sn_ind_tsm_core.noc_agent'], 'contact'],
  [['sn_customerservice.consumer_agent', 'sn_customerservice.case_viewer'], 'consumer'],
  [['sn_customerservice.consumer_agent', 'sn_ind_tsm_core.noc_agent'], 'consumer'],
];

describe.each(mixed)('%s', (held, works) => {
  let actor: Person;
  beforeAll(async () => {
    actor = await holderOf(`Mixed ${held.join(' ')}`, held);
  });

  for (const of of ['contact', 'consumer'] as const)
    it(`ACC-2, ACC-6 · ${of === works ? 'works' : 'only sees'} the case of a ${of}`, async () => {
      const theCase = await aCase(w, of === 'consumer' ? { consumerId: w.jane.id } : {});
      const worked: Answer = of === works ? 'yes' : 'refused';
      expect(await mayReadTask(db(), actor, theCase.id)).toBe(true);
      const view = await recordView(actor, 'case', theCase.number);
      expect([view?.mayEdit, view?.mayComment]).toEqual([of === works, of === works]);
      const asked = ['edit', 'watch', 'comment', 'work note', 'assign to oneself'] as const;
      const answers: Record<string, Answer> = {};
      for (const op of asked)
        answers[op] = await answerTo(actor, async () => attempts[op]?.[1](await fresh(theCase), actor));
      expect(answers).toEqual(Object.fromEntries(asked.map((op) => [op, worked])));
    });

  it('ACC-6 · takes over no case of the other kind by giving it to a customer of its own kind', async () => {
    const [others, own] =
      works === 'contact'
        ? [await aCase(w, { consumerId: w.jane.id }), { consumerId: null, contactId: w.cora.id }]
        : [await aCase(w), { contactId: null, accountId: null, consumerId: w.jane.id }];
    const { kind, number, version } = others;
    expect(await answerTo(actor, () => updateTaskAction({ kind, number, version, values: own }))).toBe('refused');
  });

  it('ACC-6 · watches records that it can only read, for itself', async () => {
    const { kind, number } = await aCase(w, works === 'contact' ? { consumerId: w.jane.id } : {});
    const oneself = { kind, number, list: 'watch_list', userId: actor.id, watching: true } as const;
    expect(await answerTo(actor, () => watchAction(oneself))).toBe('yes');
  });
});

describe('a crafted call', () => {
  it('ACC-2, REL-1 · plain@ calls Create Incident all the same: refused, audited, nothing made', async () => {
    const theCase = await aCase(w);
    const before = await db().incident.count();
    signedIn.actor = w.pat;
    const result = await createFromCaseAction({ caseNumber: theCase.number, variant: 'incident', values: {} });
    expect(result).toMatchObject({
      ok: false,
      rule: 'ACC-6',
      message: 'Your roles do not allow you to create incidents.',
    });
    expect(await db().incident.count()).toBe(before);
    expect((await fresh(theCase)).incidentId).toBeNull();
    const entry = await db().auditEntry.findFirst({
      where: { action: 'action.refused', actorId: w.pat.id },
      orderBy: { at: 'desc' },
    });
    expect(entry).toMatchObject({ subject: 'related.create' });
  });

  it('ACC-5 · malformed input is refused before anything is read', async () => {
    signedIn.actor = w.ava;
    const shapeless = [
      () => createFromCaseAction({ caseNumber: 7 as never, variant: 'incident', values: {} }),
      () => associateAction({ caseNumber: 'CS0001001', link: 'parent' as never, number: 'PRB0040001' }),
      () => updateTaskAction({ kind: 'case', number: 'CS0001001', version: 0, values: {} }),
      () => addEntryAction({ kind: 'case', number: 'CS0001001', type: 'comment', text: 'x'.repeat(40_001) }),
    ];
    for (const attempt of shapeless) expect(await attempt()).toMatchObject({ ok: false, rule: 'REC-5' });
  });

  it('ACC-6 · a hidden record gets the same answer as a missing one', async () => {
    const [theCase, incident] = [await aCase(w), await anIncident(w)];
    signedIn.actor = holders.get('no role') ?? null;
    const asks = [
      (number: string, kind: TaskKind) => updateTaskAction({ kind, number, version: 1, values: {} }),
      (number: string, kind: TaskKind) => addEntryAction({ kind, number, type: 'comment', text: 'x' }),
      (number: string, kind: TaskKind) =>
        watchAction({ kind, number, list: 'watch_list', userId: w.ava.id, watching: true }),
    ];
    for (const { kind, number } of [theCase, incident])
      for (const ask of asks) {
        const missing = kind === 'case' ? 'CS0999999' : 'INC0999999';
        const [there, nowhere] = [JSON.stringify(await ask(number, kind)), JSON.stringify(await ask(missing, kind))];
        expect(there.replaceAll(number, missing)).toBe(nowhere);
      }
  });
});

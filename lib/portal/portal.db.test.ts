import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { caseStates } from '#lib/kinds/case/states.ts';
import { attachArticle } from '#lib/knowledge/commands/attach-article.ts';
import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, aProblem } from '#lib/testing/itsm.ts';
import { aCase, anIncident, change, holderOf, setProperty, world } from '#lib/testing/world.ts';
import { portalCase } from './queries/portal-case.ts';
import { portalCases } from './queries/portal-cases.ts';
import { portalConversation } from './queries/portal-conversation.ts';

const w = await world();

const say = (by: Actor, { kind, number }: TaskRecord, type: 'comment' | 'work_note', text: string) =>
  addEntry(by, { kind, number, type, text });

const file = (theCase: TaskRecord, name: string, by: { id: string }) =>
  db().attachment.create({
    data: {
      taskId: theCase.id,
      name,
      contentType: 'image/png',
      size: 1_500,
      sha256: name,
      uploadedById: by.id,
      createdAt: new Date(),
    },
  });

const everything = async (actor: Actor, { number }: { number: string }) => ({
  cases: await portalCases(actor),
  case: await portalCase(actor, number),
  conversation: await portalConversation(actor, number),
});

/** Every text for staff only contains this word. */
const SECRET = 'Zebra';
const secret = (what: string) => `${SECRET} ${what}`;

/** A case of Cora with all possible internal texts; and all texts that no customer may read. */
async function aCaseFullOfSecrets(): Promise<{ theCase: Case; internal: string[] }> {
  await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
  const given = { productId: w.product, configurationItemId: w.sdwan, assignmentGroupId: w.desk, priority: 2 };
  const words = { description: 'Since this morning.', cause: secret('cause'), probableCause: secret('probable cause') };
  const theCase = await aCase(w, { ...given, ...words, partnerId: w.alliant, partnerContactId: w.paul.id });
  const incident = await anIncident(w, { shortDescription: secret('incident'), callerId: w.cora.id });
  const problem = await aProblem(w, { shortDescription: secret('problem'), workaround: secret('workaround') });
  const fix = await aChange(w, { shortDescription: secret('change') });
  const cause = await aChange(w, { shortDescription: secret('cause of it') });
  const records = { incident, problem, change: fix, causedByChange: cause } as const;
  for (const link of ['incident', 'problem', 'change', 'causedByChange'] as const)
    await associate(w.mia, { caseNumber: theCase.number, link, number: records[link].number });
  const items = [{ catalogItemId: await anOffer(secret('mouse')), quantity: 1 }];
  const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
  const texts = { title: secret('article'), text: secret('text'), readers: 'internal', published: true } as const;
  const article = await writeArticle(w.ian, texts);
  await attachArticle(w.ava, { kind: 'case', number: theCase.number, article, attached: true });

  await say(w.cora, theCase, 'comment', 'The line is **down**.');
  await say(w.ava, theCase, 'work_note', secret('work note'));
  await say(w.ava, theCase, 'comment', 'We look at it.');
  await say(w.ian, incident, 'comment', secret('comment on the incident'));
  await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
  await communicate(w.ian, { number: problem.number, what: 'workaround' });
  const ofFiona = await aCase(w, { contactId: w.fiona.id, shortDescription: secret('case of another customer') });
  await associate(w.mia, { caseNumber: ofFiona.number, link: 'incident', number: incident.number });
  await say(w.fiona, ofFiona, 'comment', secret('comment of another customer'));

  await file(theCase, 'screen.png', w.cora);
  await file(theCase, 'router.png', w.ava);
  const list = { kind: 'case', number: theCase.number, userId: w.pat.id, watching: true } as const;
  await watch(w.ava, { ...list, list: 'work_notes_list' });
  await watch(w.ava, { ...list, list: 'watch_list' });
  await moveCase(w.ava, { number: theCase.number, verb: 'assign-to-me' });
  const resolutionNotes = secret('resolution notes');
  const solution = { resolutionCode: 'duplicate', resolutionNotes };
  await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values: solution });

  const numbers = [incident, problem, fix, cause, request, ofFiona].map(({ number }) => number);
  const staff = [w.ava, w.pat, w.mia, w.ian].flatMap(({ id, name }) => [id, name]);
  const ids = [incident, problem, fix, cause, request].map(({ id }) => id);
  const others = [w.fiona.name, 'Funco', w.paul.name, 'Alliant', 'Service desk', 'sdwan-ctl-1', 'Duplicate', article];
  return { theCase, internal: [SECRET, 'duplicate', ...numbers, ...staff, ...ids, ...others] };
}

describe('a case with everything internal', () => {
  let theCase: Case;
  let internal: string[];
  beforeAll(async () => {
    ({ theCase, internal } = await aCaseFullOfSecrets());
  });

  it('POR-3, REC-1 · no query of the portal answers anything internal, word, number, name or id', async () => {
    // Check that the texts exist: staff can read them.
    const notes = await db().journalEntry.findMany({ where: { taskId: theCase.id, type: 'work_note' } });
    expect(notes.map(({ text }) => text).join()).toContain(SECRET);
    for (const actor of [w.cora, w.bea, w.ben, w.petra]) {
      const read = JSON.stringify(await everything(actor, theCase));
      expect(read).toContain(theCase.number);
      expect(internal.filter((each) => read.includes(each))).toEqual([]);
    }
  });

  it('POR-3, REC-4 · the customer reads the case, its files and the possible actions', async () => {
    const task = await db().task.findUniqueOrThrow({ where: { id: theCase.id } });
    const [ofAva, ofCora] = await db().attachment.findMany({ where: { taskId: theCase.id }, orderBy: { id: 'desc' } });
    const picture = { size: '1.5 kB', isImage: true };
    const files = [
      { ...picture, name: 'router.png', by: null, href: `/api/attachments/${ofAva?.id}` },
      { ...picture, name: 'screen.png', by: 'Cora Customer', href: `/api/attachments/${ofCora?.id}` },
    ];
    const tenDays = 10 * 24 * 3_600_000;
    expect(await portalCase(w.cora, theCase.number)).toEqual({
      id: theCase.id,
      number: theCase.number,
      byPhone: false,
      priority: 2,
      requestState: null,
      shortDescription: 'The line is down',
      description: 'Since this morning.',
      describedBy: null,
      step: 'answer',
      state: 'resolved',
      openedAt: task.openedAt.toISOString(),
      updatedAt: task.updatedAt.toISOString(),
      product: 'SD-WAN Edge',
      contact: 'Cora Customer',
      isOwn: true,
      account: 'Boxeo',
      proactive: false,
      resolutionNotes: null,
      closesAt: new Date((task.resolvedAt?.getTime() ?? 0) + tenDays).toISOString(),
      files: files.map((each) => ({ ...each, at: expect.any(String) })),
      maxMegabytes: expect.any(Number),
      colleagues: [],
      may: { comment: true, answer: true, close: false, share: true, ask: true },
    });
  });

  it('POR-3 · the conversation has only the comments, newest first; staff are Support', async () => {
    expect(await portalConversation(w.cora, theCase.number)).toEqual({
      comments: [
        {
          id: expect.any(String),
          at: expect.any(String),
          by: null,
          side: 'support',
          html: '<p>We look at it.</p>\n',
        },
        {
          id: expect.any(String),
          at: expect.any(String),
          by: 'Cora Customer',
          side: 'reader',
          html: '<p>The line is <strong>down</strong>.</p>\n',
        },
      ],
      next: null,
    });
  });

  it('POR-3 · portal.show_agent_names shows the names of staff who write to the customer, and no others', async () => {
    await setProperty('portal.show_agent_names', 'true');
    const read = await everything(w.cora, theCase);
    expect(read.conversation?.comments.map(({ by }) => by)).toEqual(['Ava Agent', 'Cora Customer']);
    expect(read.case?.files.map(({ by }) => by)).toEqual(['Ava Agent', 'Cora Customer']);
    const shown = internal.filter((each) => JSON.stringify(read).includes(each));
    expect(shown).toEqual(['Ava Agent']);
    await setProperty('portal.show_agent_names', 'false');
  });

  it('ACC-6 · a case without access gives the same response as a missing one', async () => {
    for (const actor of [w.fiona, w.carl, w.lea, w.paul, w.jane]) {
      const { case: read, conversation, cases } = await everything(actor, theCase);
      expect([read, conversation]).toEqual([null, null]);
      expect(cases.cases.map(({ number }) => number)).not.toContain(theCase.number);
    }
    expect([await portalCase(w.cora, 'CS0999999'), await portalConversation(w.cora, 'CS0999999')]).toEqual([
      null,
      null,
    ]);
    const incident = await anIncident(w, { callerId: w.cora.id });
    expect([await portalCase(w.cora, incident.number), await portalConversation(w.cora, incident.number)]).toEqual([
      null,
      null,
    ]);
  });
});

describe('resolution notes', () => {
  const propose = (number: string, resolutionNotes: string, addResolutionNotesToComments: boolean) =>
    moveCase(w.ava, {
      number,
      verb: 'propose-solution',
      values: { resolutionCode: 'duplicate', resolutionNotes, addResolutionNotesToComments },
    });
  const read = async (number: string) => (await portalCase(w.cora, number))?.resolutionNotes;

  it('CASE-2 · the customer reads them only if they were added to the comments', async () => {
    const { number } = await aCase(w);
    await propose(number, 'A cable.', true);
    expect(await read(number)).toBe('A cable.');
    await moveCase(w.cora, { number, verb: 'reject-solution', comment: 'No.' });
    await propose(number, 'Not for customers.', false);
    expect(await read(number)).toBeNull();
  });

  it('CASE-2 · notes of an agent who closes are not shared only because earlier ones were', async () => {
    const { number } = await aCase(w);
    await propose(number, 'A cable.', true);
    await moveCase(w.cora, { number, verb: 'reject-solution', comment: 'No.' });
    await moveCase(w.ava, { number, verb: 'close', values: { resolutionNotes: 'Not for customers.' } });
    expect(await read(number)).toBeNull();
  });
});

describe('the customer’s actions', () => {
  const answerable = { comment: true, answer: false, close: true, share: true, ask: true };
  const over = { comment: false, answer: false, close: false, share: false, ask: false };
  const wanted: Readonly<Record<string, object>> = {
    new: answerable,
    open: answerable,
    awaiting_info: answerable,
    resolved: { ...answerable, answer: true, close: false },
    closed: over,
    cancelled: over,
  };

  it.each(Object.entries(caseStates))(
    'CASE-3, CASE-5 · in %s, by the rule that the command asks',
    async (state, { phase }) => {
      const { id, number } = await aCase(w);
      await db().task.update({ where: { id }, data: { state, active: phase !== 'final' } });
      const read = await portalCase(w.cora, number);
      expect(read?.may).toEqual(wanted[state]);
    },
  );
});

describe('lists', () => {
  it('cases are paged by 50, each once, the last updated first', async () => {
    const lena = await holderOf('Lena Long', ['sn_customerservice.consumer']);
    const { id: _id, number: _number, ...task } = await db().task.findFirstOrThrow({ where: { kind: 'case' } });
    const times = Array.from({ length: 120 }, (_, index) => new Date(Date.UTC(2026, 10, 2, 8, 0, 0, index >> 2)));
    const data = times.map((updatedAt, index) => ({
      ...task,
      number: `CS09${String(index).padStart(5, '0')}`,
      accountId: null,
      contactId: null,
      consumerId: lena.id,
      correlationId: null,
      updatedAt,
    }));
    await db().task.createMany({ data });
    await db().$executeRaw`insert into cases (id) select id from tasks where number like 'CS09%'`;
    const [first, second, third] = await pages((after) => portalCases(lena, { after }));
    expect([first, second, third].map((page) => page?.cases.length)).toEqual([50, 50, 20]);
    const rows = [first, second, third].flatMap((page) => page?.cases ?? []);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(120);
    const updated = rows.map(({ updatedAt }) => updatedAt);
    expect(updated).toEqual([...updated].sort().reverse());
    expect(rows.every(({ contact }) => contact === null)).toBe(true);
  });

  it('POR-3 · comments are paged by 20, each once, the newest first', async () => {
    const theCase = await aCase(w);
    await say(w.cora, theCase, 'comment', 'Comment 000');
    const {
      id: _id,
      lines: _lines,
      ...entry
    } = await db().journalEntry.findFirstOrThrow({
      where: { taskId: theCase.id },
    });
    const texts = Array.from({ length: 120 }, (_, index) => `Comment ${String(index + 1).padStart(3, '0')}`);
    const later = (index: number) => new Date(entry.createdAt.getTime() + 1 + index);
    await db().journalEntry.createMany({
      data: texts.flatMap((text, index) => [
        { ...entry, text, createdAt: later(index) },
        { ...entry, type: 'work_note' as const, text: secret(text), createdAt: later(index) },
      ]),
    });
    const read = await pages(async (after) => {
      const page = await portalConversation(w.cora, theCase.number, after);
      if (!page) throw new Error('The case is out of reach.');
      return page;
    });
    expect(read.map(({ comments }) => comments.length)).toEqual([20, 20, 20, 20, 20, 20, 1]);
    const shown = read.flatMap(({ comments }) => comments.map(({ html }) => html));
    expect(shown).toEqual([...texts.reverse(), 'Comment 000'].map((text) => `<p>${text}</p>\n`));
  });

  async function pages<Page extends { next: string | null }>(read: (after: string | null) => Promise<Page>) {
    const all: Page[] = [];
    let after: string | null = null;
    do {
      const page: Page = await read(after);
      all.push(page);
      after = page.next;
    } while (after);
    return all;
  }
});

describe('after any actions', () => {
  type Step = 'customer comments' | 'agent comments' | 'agent notes' | 'incident moves' | 'incident is commented on';
  const steps = ['customer comments', 'agent comments', 'agent notes', 'incident moves', 'incident is commented on'];

  it('POR-3, REC-1 · the customer reads all comments to and from the customer, in order, and nothing else', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...(steps as Step[])), { maxLength: 8 }), async (happened) => {
        const theCase = await aCase(w);
        const incident = await anIncident(w);
        await associate(w.ava, { caseNumber: theCase.number, link: 'incident', number: incident.number });
        const said: string[] = [];
        const start = Date.now();
        for (const [index, step] of happened.entries()) {
          const text = `Word ${index}`;
          const take: Record<Step, () => Promise<unknown>> = {
            'customer comments': () => say(w.cora, theCase, 'comment', text),
            'agent comments': () => say(w.ava, theCase, 'comment', text),
            'agent notes': () => say(w.ava, theCase, 'work_note', secret(text)),
            'incident moves': () =>
              change(
                w.ian,
                incident,
                index % 2 === 0 ? { state: 'on_hold', holdReason: 'awaiting_vendor' } : { state: 'in_progress' },
              ),
            'incident is commented on': () => say(w.ian, incident, 'comment', secret(text)),
          };
          await at(new Date(start + index * 1_000), take[step]);
          if (step === 'customer comments' || step === 'agent comments')
            said.unshift(`${step === 'agent comments' ? 'Support' : 'Cora Customer'}: <p>${text}</p>\n`);
        }
        const read = await everything(w.cora, theCase);
        expect(read.conversation?.comments.map(({ by, html }) => `${by ?? 'Support'}: ${html}`)).toEqual(said);
        const text = JSON.stringify(read);
        expect([SECRET, incident.number, 'Ava', 'Ian'].filter((each) => text.includes(each))).toEqual([]);
      }),
      { numRuns: 12 },
    ));
});

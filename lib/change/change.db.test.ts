import { beforeAll, describe, expect, it } from 'vitest';
import { db, Prisma } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { aCaseOf, aChange, answer, approvalBoard, type Board, planned } from '#lib/testing/itsm.ts';
import { aCase, change, fresh, journalOf, notesOf, setProperty, world } from '#lib/testing/world.ts';

const w = await world();
let board: Board;
let templateId: string;

const template = {
  name: 'Restart a router',
  category: 'Network',
  shortDescription: 'Restart the router',
  description: 'Pull the plug.',
  risk: 'low',
  justification: 'It helps.',
  implementationPlan: 'Pull, wait, push.',
  backoutPlan: 'None.',
  testPlan: 'Ping.',
};

beforeAll(async () => {
  board = await approvalBoard();
  templateId = (await db().changeTemplate.create({ data: template })).id;
});

async function aChangeInAssess() {
  const record = await aChange(w);
  await change(w.ian, record, { state: 'assess', approvalGroupId: board.id });
  return record;
}

describe('approval', () => {
  it('CHG-1 · after a rejection, the change is New again, and its notes name the approver and the reason', async () => {
    const record = await aChangeInAssess();
    const theCase = await aCaseOf(w, 'change', record);
    await answer(board.anna, record, 'Too early.');
    expect(await fresh(record)).toMatchObject({ state: 'new', approval: 'rejected' });
    expect(await notesOf(record)).toContain('Rejected by Anna Approver: Too early.');
    expect((await notesOf(theCase)).at(-1)).toBe(
      `${record.number} state changed from Assess to New.\n${record.number}: Rejected by Anna Approver: Too early.`,
    );
  });

  it('CHG-3, CHG-1 · rejected while on hold, the change is New again and no longer on hold', async () => {
    const record = await aChangeInAssess();
    const theCase = await aCaseOf(w, 'change', record);
    await change(w.ian, record, { onHold: true, onHoldReason: 'The part is late.' });
    await answer(board.anna, record, 'Too early.');
    expect(await fresh(record)).toMatchObject({ state: 'new', onHold: false, onHoldReason: '' });
    expect((await notesOf(theCase)).at(-1)).toContain(`${record.number} is no longer on hold.`);
  });

  it('CHG-1 · first: of two answers at once only one counts; the other user reads that it is not needed', async () => {
    const record = await aChangeInAssess();
    const results = await Promise.allSettled([answer(board.arno, record), answer(board.anna, record, 'No.')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const answers = await db().approval.findMany({ where: { taskId: record.id }, select: { answer: true } });
    expect(answers.filter((each) => each.answer === 'not_needed')).toHaveLength(1);
    expect(['approved', 'rejected']).toContain((await fresh(record)).approval);
  });

  it('CHG-1 · all: it waits for everybody', async () => {
    await setProperty('change.approval.rule', 'all');
    const record = await aChangeInAssess();
    await answer(board.arno, record);
    await expect(change(w.ian, record, { state: 'authorize' })).rejects.toMatchObject({ rule: 'CHG-1' });
    await answer(board.anna, record);
    await change(w.ian, record, { state: 'authorize' });
    expect(await fresh(record)).toMatchObject({ state: 'authorize', approval: 'requested' });
    await setProperty('change.approval.rule', 'first');
  });
});

describe('the approval group', () => {
  it('CHG-1 · cannot be replaced while an approval is pending; after a rejection it can', async () => {
    const other = await db().group.create({ data: { name: 'Another board' } });
    await db().groupMember.create({ data: { groupId: other.id, userId: board.anna.id } });
    const record = await aChangeInAssess();
    for (const approvalGroupId of [other.id, null])
      await expect(change(w.ian, record, { approvalGroupId })).rejects.toMatchObject({ rule: 'CHG-1' });
    expect(await fresh(record)).toMatchObject({ approvalGroupId: board.id, approval: 'requested' });
    await answer(board.arno, record, 'Too early.');
    await change(w.ian, record, { approvalGroupId: other.id, state: 'assess' });
    await answer(board.anna, record);
    await change(w.ian, record, { approvalGroupId: board.id, state: 'authorize' });
    expect(await fresh(record)).toMatchObject({ approvalGroupId: board.id, approval: 'requested' });
  });
});

describe('a standard change', () => {
  it('REL-7, CHG-4 · has every value from its template and none from the case', async () => {
    const theCase = await aCase(w, { description: 'Of the case', impact: 1, urgency: 1, configurationItemId: w.sdwan });
    const made = await createFromCase(w.mia, { caseNumber: theCase.number, variant: 'standard_change', templateId });
    const { name: _name, ...values } = template;
    expect(await fresh(made)).toMatchObject({
      ...values,
      type: 'standard',
      templateId,
      requestedById: w.mia.id,
      callerId: null,
      accountId: null,
      configurationItemId: null,
      impact: 2,
      urgency: 3,
      state: 'new',
    });
    expect(await notesOf(theCase)).toEqual([`Change request ${made.number} created from this case.`]);
    await change(w.ian, made, { state: 'scheduled', ...planned });
  });

  it('REL-7, CHG-4 · not without a template, nor with an inactive one, nor with other values', async () => {
    const theCase = await aCase(w);
    const off = (await db().changeTemplate.create({ data: { ...template, name: 'Off', active: false } })).id;
    const make = (more: object) =>
      createFromCase(w.mia, { caseNumber: theCase.number, variant: 'standard_change', ...more });
    await expect(make({})).rejects.toMatchObject({ rule: 'REL-7' });
    await expect(make({ templateId: off })).rejects.toMatchObject({ rule: 'REL-7' });
    await expect(make({ templateId, values: { shortDescription: 'Mine' } })).rejects.toBeInstanceOf(Refusal);
    expect((await fresh(theCase)).changeId).toBeNull();
  });
});

describe('cases of a change', () => {
  it('REL-4 · a case never has two changes, even after concurrent clicks', async () => {
    const theCase = await aCase(w);
    const changes = await Promise.all([aChange(w), aChange(w)]);
    const before = await db().change.count();
    const attempts = Array.from({ length: 50 }, (_, at) => {
      const found = changes[at % 2]?.number ?? '';
      if (at % 3 === 0) return associate(w.mia, { caseNumber: theCase.number, link: 'change', number: found });
      const variant = at % 3 === 1 ? ('normal_change' as const) : ('standard_change' as const);
      const given = variant === 'standard_change' ? { templateId } : {};
      return createFromCase(w.mia, { caseNumber: theCase.number, variant, ...given });
    });
    const results = await Promise.allSettled(attempts);
    const done = results.filter((result) => result.status === 'fulfilled');
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }): unknown => reason);
    expect(done).toHaveLength(1);
    expect(refused.every((reason) => reason instanceof Refusal)).toBe(true);
    const { changeId } = await fresh(theCase);
    expect(changeId).toBe(done[0]?.value.id);
    const isNew = changes.every(({ id }) => id !== changeId);
    expect(await db().change.count()).toBe(before + (isNew ? 1 : 0));
    expect(await notesOf(theCase)).toHaveLength(1);
  });

  it('REL-13, SYNC-3 · one state change updates 2,500 fixed and some caused cases once each', async () => {
    const record = await aChange(w);
    const caused = [await aCaseOf(w, 'causedByChange', record), await aCaseOf(w, 'causedByChange', record)];
    const both = await aCaseOf(w, 'change', record);
    await associate(w.mia, { caseNumber: both.number, link: 'causedByChange', number: record.number });
    await db().$executeRaw`
      with made as (
        insert into tasks (kind, number, short_description, state, contact_id, account_id, opened_at, created_at, updated_at)
        select 'case', 'CS9' || lpad(n::text, 6, '0'), 'Many', 'open', ${w.cora.id}::uuid, ${w.boxeo}::uuid, now(), now(), now()
        from generate_series(1, 2500) n returning id
      ) insert into cases (id, channel, change_id) select id, 'web', ${record.id}::uuid from made`;
    const { updatedCount } = await change(w.ian, record, { type: 'emergency' });
    expect(updatedCount).toBe(2_503);
    const text = `${record.number} type changed from Normal to Emergency.`;
    const [row] = await db().$queryRaw<{ notes: number; cases: number }[]>(Prisma.sql`
      select count(*)::int as notes, count(distinct task_id)::int as cases from journal_entries where text = ${text}`);
    expect(row).toEqual({ notes: 2_503, cases: 2_503 });
    for (const each of [...caused, both])
      expect((await journalOf(each)).filter((entry) => entry.text === text)).toHaveLength(1);
  });

  it('REL-11, REL-13 · caused by and fixed by are two links, each with its note', async () => {
    const record = await aChange(w);
    const theCase = await aCaseOf(w, 'change', record);
    await associate(w.mia, { caseNumber: theCase.number, link: 'causedByChange', number: record.number });
    expect(await notesOf(theCase)).toEqual([
      `Change request ${record.number} associated.`,
      `Caused by change ${record.number} associated.`,
    ]);
    expect(await fresh(theCase)).toMatchObject({ changeId: record.id, causedByChangeId: record.id });
  });

  it('CHG-2, CHG-3, SYNC-CHG-5 · canceled on hold: the hold is cleared, and the cases receive both updates', async () => {
    const record = await aChange(w);
    const theCase = await aCaseOf(w, 'change', record);
    await change(w.ian, record, { onHold: true, onHoldReason: 'The part is late.' });
    await expect(change(w.ian, record, { state: 'assess' })).rejects.toMatchObject({ rule: 'CHG-3' });
    await change(w.ian, record, { state: 'canceled', cancelReason: 'Not needed.' });
    const n = record.number;
    expect((await notesOf(theCase)).slice(1)).toEqual([
      `${n} is on hold: The part is late.`,
      `${n} state changed from New to Canceled.\n${n} is no longer on hold.`,
    ]);
  });
});

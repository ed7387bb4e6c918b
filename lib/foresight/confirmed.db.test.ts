import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { moveCaseAction } from '#lib/case/actions.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { addEntryToManyAction, assignManyAction, undoManyAction, updateManyAction } from '#lib/list/actions.ts';
import { bulkChoices } from '#lib/list/bulk-choices.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import type { Question, Shown } from '#lib/platform/confirmation.ts';
import { db } from '#lib/platform/db.ts';
import { addEntryAction, updateTaskAction } from '#lib/record-page/actions.ts';
import { wouldUpdateMessage } from '#lib/record-page/would-update.ts';
import { associateAction, removeAction } from '#lib/related/actions.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { syncChildren } from '#lib/testing/major-case-scenario.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, anIncident, commentsOf, fresh, world } from '#lib/testing/world.ts';

const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Replaced.' };

const w = await world();
let major: Case;
let children: Case[];

async function aChild(values: Readonly<Record<string, string>> = {}): Promise<Case> {
  const child = await aCase(w, values);
  await addChildren(w.mia, { number: major.number, caseNumbers: [child.number] });
  return fresh(child);
}

afterAll(() => syncChildren(false));
beforeEach(async () => {
  await db().callCount.deleteMany();
  signedIn.actor = w.mia;
  await syncChildren(true, 'priority,state,comments,work_notes,assigned_to,close_notes,resolution_code,incident');
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
  major = await openMajorCase(w.mia, { as: 'major case', values });
  children = [await aChild(), await aChild({ contactId: w.fiona.id }), await aChild({ consumerId: w.jane.id })];
  major = await fresh(major);
});

type Answer = { ok: boolean; message?: string; rule?: string; details?: unknown };

const shownIn = ({ details }: Answer): Shown | undefined => (details as Question | undefined)?.shown;

const emailsOf = async () => {
  const { id } = await db().cause.findFirstOrThrow({ where: { taskId: major.id }, orderBy: { at: 'desc' } });
  return db().mail.count({ where: { causeId: id, status: 'queued' } });
};

const versions = async () => (await Promise.all(children.map((child) => fresh(child)))).map(({ version }) => version);

/** Every way to save a major case, with the figures that were shown before it, if any. */
const ways = {
  'a form': async (shown) =>
    updateTaskAction({ kind: 'case', number: major.number, version: major.version, values: { priority: 1 }, ...shown }),
  'a comment': async (shown) =>
    addEntryAction({ kind: 'case', number: major.number, type: 'comment', text: 'We are on it.', ...shown }),
  'a verb': async (shown) =>
    moveCaseAction({
      number: major.number,
      version: major.version,
      verb: 'propose-solution',
      values: solved,
      ...shown,
    }),
  cancelling: async (shown) =>
    moveCaseAction({ number: major.number, version: major.version, verb: 'cancel', ...shown }),
  'bulk assignment': async (shown) => assignManyAction({ kind: 'case', records: [major], to: 'me', ...shown }),
  'bulk priority': async (shown) =>
    updateManyAction({ kind: 'case', records: [major], to: { values: { priority: 1 } }, ...shown }),
  'a bulk move': async (shown) =>
    updateManyAction({ kind: 'case', records: [major], to: { verb: 'propose-solution', values: solved }, ...shown }),
  'a bulk comment': async (shown) =>
    addEntryToManyAction({ kind: 'case', records: [major], type: 'comment', text: 'We are on it.', ...shown }),
  association: async (shown) => {
    const { number } = await anIncident(w);
    return associateAction({ caseNumber: major.number, link: 'incident', number, ...shown });
  },
} satisfies Record<string, (shown: { shown?: Shown }) => Promise<Answer>>;

describe('updates of child cases', () => {
  it.each(Object.entries(ways))(
    'SYNC-MAJ-1 · by %s: are confirmed first, and match the confirmed figures',
    async (_, send) => {
      const before = await versions();
      const asked: Answer = await send({});
      expect(asked).toMatchObject({ ok: false, rule: 'SYNC-MAJ-1', details: { confirm: true } });
      expect(await versions()).toEqual(before);
      const shown = shownIn(asked);
      expect(shown?.children).toBe(3);
      expect(asked.message).toContain('3 child cases');

      // A user who saw one fewer is asked again, with the current figures.
      const fewer = { children: 2, emails: shown?.emails ?? 0 };
      const again: Answer = await send({ shown: fewer });
      expect(again).toMatchObject({ ok: false, rule: 'SYNC-MAJ-1', details: { confirm: true, shown } });
      expect(again.message).toContain('added since');
      expect(await versions()).toEqual(before);

      expect(await send({ shown: shown ?? fewer })).toMatchObject({ ok: true });
      expect(await emailsOf()).toBe(shown?.emails);
    },
  );

  it.each(Object.entries(ways))(
    'SYNC-MAJ-1 · by %s: are confirmed again if one child left and another one joined, though there are as many',
    async (_, send) => {
      const shown = shownIn(await send({}));
      const [gone] = children;
      if (!gone || !shown) throw new Error('There are three children.');
      const late = await aCase(w);
      await db().case.update({ where: { id: gone.id }, data: { parentId: null } });
      await db().case.update({ where: { id: late.id }, data: { parentId: major.id } });
      expect(await send({ shown })).toMatchObject({ ok: false, rule: 'SYNC-MAJ-1' });
    },
  );

  it('SYNC-MAJ-1 · need confirmation for an added email, not for a removed one', async () => {
    const asked: Answer = await ways['a comment']({});
    const shown = shownIn(asked) ?? { children: 0, emails: 0 };
    expect(shown).toMatchObject({ children: 3, emails: 3 });
    expect(asked.message).toBe('This updates 3 child cases. Their customers see the comment. This emails 3 customers.');
    expect(asked.details).toMatchObject({ effects: 'Their customers see the comment. This emails 3 customers.' });
    const more = await ways['a comment']({ shown: { ...shown, emails: 2 } });
    expect(more).toMatchObject({ ok: false, details: { shown } });
    expect(await ways['a comment']({ shown: { children: 7, emails: 9 } })).toMatchObject({
      ok: true,
      message: '3 child cases updated. 3 customers emailed.',
    });
    for (const child of children) expect(await commentsOf(child)).toEqual(['We are on it.']);
  });

  it('SYNC-MAJ-1 · removing a record asks as well', async () => {
    const { number } = await anIncident(w);
    await associate(w.mia, { caseNumber: major.number, link: 'incident', number });
    const tie = { caseNumber: major.number, link: 'incident', number } as const;
    const asked: Answer = await removeAction(tie);
    expect(asked).toMatchObject({ ok: false, rule: 'SYNC-MAJ-1' });
    const { message, shown } = await wouldUpdateMessage(w.mia, { what: 'remove', ...tie });
    expect({ message, shown }).toEqual({ message: asked.message, shown: shownIn(asked) });
    expect(await removeAction({ ...tie, ...(shown ? { shown } : {}) })).toMatchObject({ ok: true });
  });

  it('SYNC-5, SYNC-MAJ-1 · count the emails about link notes, for watchers of work notes', async () => {
    const { id, number } = await anIncident(w);
    const list = 'work_notes_list';
    for (const taskId of [major.id, id]) await db().taskWatcher.create({ data: { taskId, list, userId: w.ava.id } });
    const tie = { caseNumber: major.number, link: 'incident', number } as const;
    for (const send of [associateAction, removeAction]) {
      const asked: Answer = await send(tie);
      const shown = shownIn(asked) ?? { children: 0, emails: 0 };
      expect(shown).toMatchObject({ children: 3, emails: 2 });
      expect(await send({ ...tie, shown })).toMatchObject({ ok: true });
      expect(await emailsOf()).toBe(shown.emails);
    }
  });

  it('SYNC-MAJ-1 · two major cases in a selection are one question, before either is changed', async () => {
    const [first, ofFirst] = [major, children];
    const values = { shortDescription: 'Logins fail', businessImpact: 'No work.' };
    major = await openMajorCase(w.mia, { as: 'major case', values });
    children = [await aChild()];
    const records = [first, await fresh(major), await aCase(w)];
    const asked: Answer = await assignManyAction({ kind: 'case', records, to: 'me' });
    expect(shownIn(asked)).toMatchObject({ children: 4 });
    for (const { id } of ofFirst) expect((await fresh({ id, kind: 'case' } as Case)).assignedToId).toBeNull();
    const shown = shownIn(asked) ?? { children: 0, emails: 0 };
    expect(await assignManyAction({ kind: 'case', records, to: 'me', shown })).toMatchObject({
      ok: true,
      data: { refused: [], updatedCount: 4 },
    });
  });

  it('SYNC-MAJ-1 · need no confirmation if nothing follows', async () => {
    await syncChildren(false);
    expect(await ways['a form']({})).toMatchObject({ ok: true });
    expect(await ways['bulk assignment']({})).toMatchObject({ ok: true, data: { refused: [] } });
  });

  it('SYNC-MAJ-1 · show before a bulk comment or note how many child cases receive it', async () => {
    const { comment, workNote } = (await bulkChoices(w.mia, { kind: 'case', numbers: [major.number] })) ?? {};
    expect(comment?.audience).toEqual([
      'A major case has no customer of its own.',
      'This updates 3 child cases. Their customers see it.',
    ]);
    expect(workNote?.audience).toEqual(['This updates 3 child cases.']);
  });

  it('CASE-3, SYNC-MAJ-1 · show before a proposed solution how many customers are emailed', async () => {
    const shown = { children: 3, emails: 3 };
    expect(await ways['a verb']({ shown })).toMatchObject({
      ok: true,
      message: `Solution of ${major.number} saved. 3 child cases updated. 3 customers emailed.`,
    });
  });
});

describe('undo of a change of a major case', () => {
  const bulk = async (to: { values: Readonly<Record<string, number>> }) => {
    const records = [await fresh(major)];
    const answer = await updateManyAction({ kind: 'case', records, to, shown: { children: 9, emails: 9 } });
    return (answer.ok && answer.data?.done) || [];
  };

  it('SYNC-MAJ-1 · restores the assignee of each child', async () => {
    const [mine, others] = [children[0], children[1]];
    if (!mine || !others) throw new Error('There are three children.');
    await db().task.update({ where: { id: mine.id }, data: { assignedToId: w.ava.id } });
    await db().task.update({ where: { id: others.id }, data: { assignedToId: w.pat.id } });
    const shown = { children: 9, emails: 9 };
    const answer = await assignManyAction({ kind: 'case', records: [major], to: 'me', shown });
    if (!answer.ok || !answer.data) throw new Error('It was assigned.');
    for (const child of children) expect((await fresh(child)).assignedToId).toBe(w.mia.id);
    const back = await undoManyAction({ kind: 'case', what: 'assignment', records: answer.data.done });
    expect(back).toMatchObject({ ok: true, data: { refused: [], updatedCount: 3 } });
    const after = await Promise.all(children.map((child) => fresh(child)));
    expect(after.map(({ assignedToId }) => assignedToId)).toEqual([w.ava.id, w.pat.id, null]);
    expect((await fresh(major)).assignedToId).toBeNull();
  });

  it('SYNC-MAJ-1 · skips children that a user has changed, added or removed since', async () => {
    const [changed, gone, kept] = children;
    if (!changed || !gone || !kept) throw new Error('There are three children.');
    await db().task.updateMany({ where: { id: { in: [changed.id, gone.id, kept.id] } }, data: { priority: 3 } });
    const done = await bulk({ values: { priority: 1 } });
    await db().task.update({ where: { id: changed.id }, data: { priority: 2 } });
    await db().case.update({ where: { id: gone.id }, data: { parentId: null } });
    const later = await aChild();
    await db().task.update({ where: { id: later.id }, data: { priority: 1 } });
    const records = [{ number: major.number, version: (await fresh(major)).version }];
    expect(done).toHaveLength(1);
    expect(await undoManyAction({ kind: 'case', what: 'priority', records })).toMatchObject({
      ok: true,
      data: { refused: [], updatedCount: 1 },
    });
    const after = await Promise.all([changed, gone, kept, later].map((child) => fresh(child)));
    expect(after.map(({ priority }) => priority)).toEqual([2, 1, 3, 1]);
  });
});

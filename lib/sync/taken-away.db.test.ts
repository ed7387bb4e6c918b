import { describe, expect, it } from 'vitest';
import { conclude } from '#lib/engine/conclude.ts';
import { db } from '#lib/platform/db.ts';
import { ConcurrentChange, transaction } from '#lib/platform/transaction.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import { aProblem } from '#lib/testing/itsm.ts';
import { waitsForLock } from '#lib/testing/locks.ts';
import { aCaseWithIncident, anIncident, change, fresh, notesOf, setProperty, world } from '#lib/testing/world.ts';
import { commandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { updateContext, updateRecord, writeUpdates } from '#lib/write/write-updates.ts';
import { lockForUpdate } from './lock-for-update.ts';
import { propagate } from './propagate.ts';
import { rule } from './rule.ts';

const w = await world();

const WORKAROUND = 'Restart it every morning.';

/** Removes one of a problem's two incidents while `meanwhile` waits for its lock. */
async function takenAway(meanwhile: (problem: { id: string; number: string }) => Promise<unknown>) {
  const problem = await aProblem(w);
  await change(w.ian, problem, { workaround: WORKAROUND });
  const [leaves, stays] = [
    await anIncident(w, { problemId: problem.id }),
    await anIncident(w, { problemId: problem.id }),
  ];
  const waiting: Promise<unknown>[] = [];
  await transaction(async (tx) => {
    const context = await commandContext(tx, w.mia, 'test');
    const incident = await lockForUpdate(context, 'incident', leaves.number);
    await updateRecord(context, 'incident', incident, { ...incident, problemId: null });
    waiting.push(meanwhile(problem));
    await expect.poll(waitsForLock).toBe(true);
    await conclude(context);
  });
  await Promise.all(waiting);
  return { problem, leaves, stays };
}

/** Changes the problem's state, with a rule that sets a category on its incidents. */
const categorised = ({ id, number }: { id: string; number: string }) =>
  transaction(async (tx) => {
    const context = await commandContext(tx, w.ian, 'test');
    const before = await lockForUpdate(context, 'problem', number);
    const update = decideUpdate('problem', before, { ...before, state: 'assess' }, updateContext(context, {}));
    await writeUpdates(context, 'problem', [update]);
    await propagate(context, [
      rule({
        id: 'TEST-1',
        name: 'A row more',
        when: 'Something happens',
        does: 'Something follows',
        updates: 'something',
        integration: 'com.sn_cs_sm',
        sources: ['problem'],
        targets: [{ to: 'incidents of the problem' }],
        on: 'updated',
        watches: ['state'],
        effect: 'fields',
        values: () => ({ subcategory: 'Known' }),
      }),
    ]);
    await conclude(context);
    return id;
  });

describe('a case that gets another incident while a reply of its customer waits for it', () => {
  it('SYNC-000 · starts again, so that the new incident is locked before the case', async () => {
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
    const { theCase } = await aCaseWithIncident(w);
    const other = await anIncident(w);
    const replies: Promise<unknown>[] = [];
    await transaction(async (tx) => {
      const context = await commandContext(tx, w.mia, 'test');
      const locked = await lockForUpdate(context, 'case', theCase.number);
      await updateRecord(context, 'case', locked, { ...locked, incidentId: other.id }, {}, { link: true });
      // A separate transaction, which is not retried.
      const reply = db().$transaction(async (own) =>
        lockForUpdate(await commandContext(own, w.cora, 'test'), 'case', theCase.number, { comment: 'Still down.' }),
      );
      replies.push(expect(reply).rejects.toBeInstanceOf(ConcurrentChange));
      await expect.poll(waitsForLock).toBe(true);
      await conclude(context);
    });
    await Promise.all(replies);
  });
});

describe('an incident that is removed from its problem while the problem waits for its lock', () => {
  it('PRB-2, SYNC-000 · receives no more updates of the problem; the others do', async () => {
    const { leaves, stays } = await takenAway(({ number }) =>
      communicate(w.ian, { number, what: 'workaround', confirmed: true }),
    );
    expect((await notesOf(stays)).join()).toContain(WORKAROUND);
    expect((await notesOf(leaves)).join()).not.toContain(WORKAROUND);
  });

  it('SYNC-000 · gets no value of the problem any longer; the others do', async () => {
    const { leaves, stays } = await takenAway(categorised);
    expect(await fresh(stays)).toMatchObject({ subcategory: 'Known' });
    expect((await fresh(leaves)).subcategory).not.toBe('Known');
  });
});

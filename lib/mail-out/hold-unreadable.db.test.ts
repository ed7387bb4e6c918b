import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';
import { aCase, anIncident, anotherCaseOf, change, holderOf, world } from '#lib/testing/world.ts';
import { holdUnreadable, type QueuedMail } from './hold-unreadable.ts';

const w = await world();
let theCase: TaskRecord;
/** Three people who may see the case and four who may not, alternating, so that every batch is mixed. */
let people: readonly { id: string; name: string }[];

beforeAll(async () => {
  theCase = await aCase(w);
  const strangers = await Promise.all(['A', 'B', 'C', 'D'].map((letter) => holderOf(`Stranger ${letter}`, [])));
  people = strangers.flatMap((stranger, at) => [stranger, ...[w.ava, w.rita, w.mia].slice(at, at + 1)]);
});

/** Two emails for each person, as a command queues them. */
async function queued(): Promise<QueuedMail[]> {
  const at = new Date();
  const { id: taskId } = theCase;
  const { id: causeId } = await db().cause.create({ data: { at, taskId, actorId: w.adam.id, command: 'test' } });
  const queuedNow = { status: 'queued', nextTryAt: at, createdAt: at } as const;
  const words = { address: 'somebody@example.test', subject: theCase.number, body: 'Words.' };
  const data = ['work note', 'comment for the customer'].flatMap((event) =>
    people.map(({ id: recipientId }) => {
      const id = randomUUID();
      return { id, messageId: `<${id}@casebridge.local>`, causeId, taskId, event, recipientId, ...words, ...queuedNow };
    }),
  );
  await db().mail.createMany({ data });
  return data;
}

const actors = async () => {
  const ids = people.map(({ id }) => id);
  return new Map((await actorsOfUsers(db(), ids)).map((actor) => [actor.id, actor]));
};

const of = (mails: readonly QueuedMail[]) => ({ id: { in: mails.map(({ id }) => id) } });

test.each([1, 2, 3, 7, 50])('ACC-6, MAIL-10 · with %i recipients, each is checked', async (atOnce) => {
  const mails = await queued();
  await holdUnreadable(db(), mails, await actors(), atOnce);
  const after = await db().mail.findMany({ where: of(mails), include: { recipient: { select: { name: true } } } });
  const outcome = after.map(({ recipient, status, reason, nextTryAt }) =>
    [recipient?.name, status, reason, nextTryAt ? 'due' : 'never'].join(', '),
  );
  const expected = people.map(({ name }) =>
    name.startsWith('Stranger')
      ? `${name}, suppressed, recipient may not see the record, never`
      : `${name}, queued, , due`,
  );
  expect(outcome.toSorted()).toEqual([...expected, ...expected].toSorted());
});

test('MAIL-10 · leaves other emails unchanged', async () => {
  const mails = await queued();
  const [asked, ...others] = mails;
  await holdUnreadable(db(), asked ? [asked] : [], await actors());
  await holdUnreadable(db(), [], await actors());
  const held = await db().mail.findMany({ where: { ...of(mails), status: 'suppressed' }, select: { id: true } });
  expect(held).toEqual([{ id: asked?.id }]);
  expect(await db().mail.count({ where: { ...of(mails), status: 'queued' } })).toBe(others.length);
});

test('ACC-6, MAIL-10 · a work note about another record is not sent to a caller who may not know that record', async () => {
  const incident = await anIncident(w, { callerId: w.nils.id });
  const watchers = [w.nils, w.noa].map(
    ({ id }) => ({ taskId: incident.id, list: 'work_notes_list', userId: id }) as const,
  );
  await db().taskWatcher.createMany({ data: watchers });
  await anotherCaseOf(w, incident);
  await change(w.ian, incident, {}, { workNote: 'Restarted.' });
  const mails = await db().mail.findMany({ where: { taskId: incident.id, event: 'work note' } });
  const outcomes = mails.map(({ body, recipientId, status }) =>
    [body.slice(0, 10), recipientId === w.nils.id ? 'caller' : 'operations', status].join(', '),
  );
  expect(outcomes.toSorted((a, b) => a.localeCompare(b))).toEqual([
    'Case CS000, caller, suppressed',
    'Case CS000, operations, queued',
    'Restarted., caller, queued',
    'Restarted., operations, queued',
  ]);
});

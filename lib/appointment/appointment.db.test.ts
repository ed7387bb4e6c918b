import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import { resendMail } from '#lib/mail-out/commands/resend-mail.ts';
import { sendDueMails } from '#lib/mail-out/send-due.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { addDaysOff } from '#lib/technician/commands/add-days-off.ts';
import { aGroupOf, aReadyTask, aTechnician } from '#lib/testing/visits.ts';
import { fresh, holderOf, notesOf, world } from '#lib/testing/world.ts';
import { moveTask } from '#lib/work-order-task/commands/move-task.ts';
import { MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';
import { bookWindow } from './commands/book-window.ts';
import { cancelWindow } from './commands/cancel-window.ts';
import { holdWindow } from './commands/hold-window.ts';
import { moveWindow } from './commands/move-window.ts';
import { remindOfVisit } from './commands/remind-of-visit.ts';
import { swapWindows } from './commands/swap-windows.ts';
import { offerWindows } from './queries/offer-windows.ts';
import { refuseOverlap } from './refuse-overlap.ts';
import { BookWindow, CancelWindow, HoldWindow, MoveWindow, OfferWindows, SwapWindows } from './schema.ts';

const w = await world();
let dora: Person;
beforeAll(async () => {
  dora = await holderOf('Dora Dispatcher', ['wm_dispatcher']);
});

/** A Wednesday, nine o'clock in Berlin. */
const NOW = new Date('2026-11-25T08:00:00Z');
const now = <T>(work: () => Promise<T>, time = NOW) => at(time, work);
/** A time on Friday in Berlin. */
const friday = (time: string) => `2026-11-27T${time}:00+01:00`;

const seen = async (task: { id: string }) =>
  (await db().appointment.findFirstOrThrow({ where: { taskId: task.id, state: 'booked' } })).sequence;
const book = (task: { number: string }, startsAt: string, more: object = {}, by: Actor = dora) =>
  now(() => bookWindow(by, BookWindow.parse({ number: task.number, startsAt, ...more })));
const move = async (task: WorkOrderTask, startsAt: string, more: object = {}, time = NOW) => {
  const sequence = await seen(task);
  return now(() => moveWindow(dora, MoveWindow.parse({ number: task.number, sequence, startsAt, ...more })), time);
};
const cancel = async (task: WorkOrderTask, more: object = {}, time = NOW) => {
  const sequence = await seen(task);
  return now(() => cancelWindow(dora, CancelWindow.parse({ number: task.number, sequence, ...more })), time);
};
const offers = async (task: { number: string }, more: object = {}) =>
  (
    await now(() =>
      offerWindows(dora, OfferWindows.parse({ number: task.number, from: '2026-11-27', days: 1, ...more })),
    )
  ).windows.map(({ from }) => from);
const clocks = (moments: readonly string[]) => moments.map((moment) => moment.slice(11, 16));
const visitOf = ({ id }: { id: string }) =>
  db().appointment.findFirstOrThrow({ where: { taskId: id, state: 'booked' } });

/** Two technicians in their own group. */
async function aPair() {
  const [tom, tina] = [await aTechnician(dora), await aTechnician(dora)];
  return { tom, tina, groupId: await aGroupOf(tom, tina) };
}

describe('an appointment', () => {
  it('WO-6, WO-10 · takes a window that is offered: by the clock of the site, with the way there; the task is Scheduled', async () => {
    const { tom, groupId } = await aPair();
    const task = await aReadyTask(dora, {}, groupId);
    const offered = await offers(task, { technicianId: tom.id });
    // Travel from home takes half an hour, and so does the way back.
    expect([offered.at(0), offered.at(-1)]).toEqual(['2026-11-27T07:30:00.000Z', '2026-11-27T14:30:00.000Z']);
    await book(task, friday('10:00'), { technicianId: tom.id });
    expect(await fresh(task)).toMatchObject({
      state: 'scheduled',
      assignedToId: tom.id,
      plannedStart: new Date(friday('10:00')),
      plannedMinutes: 60,
    });
    expect(await visitOf(task)).toMatchObject({
      occupiedFrom: new Date(friday('09:30')),
      timeZone: 'Europe/Berlin',
      sequence: 0,
    });
    await book(task, friday('10:00'));
    await expect(book(task, friday('11:00'))).rejects.toMatchObject({ rule: 'WO-6' });
    const other = await aReadyTask(dora, {}, groupId);
    expect(clocks(await offers(other, { technicianId: tom.id }))).toEqual([
      '07:30',
      '10:30',
      '11:00',
      '11:30',
      '12:00',
      '12:30',
      '13:00',
      '13:30',
      '14:00',
      '14:30',
    ]);
  });

  it('WO-11 · only offered windows are accepted, and the offer uses the time zone of the site', async () => {
    const tom = await aTechnician(dora, { timeZone: 'Europe/Berlin' });
    const groupId = await aGroupOf(tom);
    const task = await aReadyTask(dora, { timeZone: 'Asia/Kathmandu' }, groupId);
    // Half hours in Kathmandu are quarter hours here.
    expect((await offers(task)).at(0)).toBe('2026-11-27T07:45:00.000Z');
    for (const wrong of ['07:00', '10:00', '10:20', '16:45'])
      await expect(book(task, friday(wrong)), wrong).rejects.toMatchObject({ rule: 'WO-12' });
    await book(task, friday('09:45'));
  });

  it('WO-11 · a held window is busy for five minutes, then free again', async () => {
    const tom = await aTechnician(dora);
    const groupId = await aGroupOf(tom);
    const [mine, other] = [await aReadyTask(dora, {}, groupId), await aReadyTask(dora, {}, groupId)];
    const startsAt = friday('10:00');
    await now(() => holdWindow(dora, HoldWindow.parse({ number: mine.number, startsAt })));
    expect(clocks(await offers(other))).not.toContain('09:00');
    expect(clocks(await offers(mine))).toContain('09:00');
    await expect(book(other, startsAt)).rejects.toMatchObject({ rule: 'WO-12' });
    const later = new Date(NOW.getTime() + 5 * 60_000);
    await now(() => bookWindow(dora, BookWindow.parse({ number: other.number, startsAt })), later);
    await expect(
      now(() => bookWindow(dora, BookWindow.parse({ number: mine.number, startsAt })), later),
    ).rejects.toMatchObject({ rule: 'WO-12' });
  });

  it('WO-12 · when 50 users book the last window at once, one gets it and 49 read "just taken" with the next free one', async () => {
    const tom = await aTechnician(dora, { from: '09:30', to: '11:30' });
    const groupId = await aGroupOf(tom);
    const tasks: WorkOrderTask[] = [];
    for (let count = 0; count < 50; count++) tasks.push(await aReadyTask(dora, {}, groupId));
    const answers = await Promise.allSettled(tasks.map((task) => book(task, friday('10:00'))));
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refusals).toHaveLength(49);
    for (const refusal of refusals)
      expect(refusal).toMatchObject({
        rule: 'WO-12',
        because:
          'This window was just taken. The next free one is Saturday, 28 November 2026 at 10:00 (Europe/Berlin).',
        details: { next: '2026-11-28T09:00:00.000Z' },
      });
    expect(await db().appointment.count({ where: { technicianId: tom.id } })).toBe(1);
  });

  it('WO-12 · two technicians are swapped in one transaction, and each customer keeps the window', async () => {
    const { tom, tina, groupId } = await aPair();
    const [one, other] = [await aReadyTask(dora, {}, groupId), await aReadyTask(dora, {}, groupId)];
    await book(one, friday('10:00'), { technicianId: tom.id });
    await book(other, friday('10:30'), { technicianId: tina.id });
    const swap = (sequence: number) =>
      now(() =>
        swapWindows(
          dora,
          SwapWindows.parse({ number: one.number, sequence, otherNumber: other.number, otherSequence: sequence }),
        ),
      );
    await swap(0);
    expect(await visitOf(one)).toMatchObject({
      technicianId: tina.id,
      startsAt: new Date(friday('10:00')),
      sequence: 1,
    });
    expect(await visitOf(other)).toMatchObject({ technicianId: tom.id, startsAt: new Date(friday('10:30')) });
    expect(await fresh(one)).toMatchObject({ assignedToId: tina.id });
    await expect(swap(0)).rejects.toMatchObject({ rule: 'REC-3' });
    // A visit beside it blocks the other technician.
    const third = await aReadyTask(dora, {}, groupId);
    await book(third, friday('12:00'), { technicianId: tom.id });
    await cancel(other);
    await book(other, friday('12:00'), { technicianId: tina.id });
    const answer = now(() =>
      swapWindows(
        dora,
        SwapWindows.parse({ number: one.number, sequence: 1, otherNumber: one.number, otherSequence: 1 }),
      ),
    );
    await expect(answer).rejects.toMatchObject({ rule: 'WO-12' });
  });

  it('WO-13 · staff pass the limits with a reason, and the old window stays in the history', async () => {
    const { groupId } = await aPair();
    const task = await aReadyTask(dora, {}, groupId);
    const deferred = '2026-11-25T12:00:00+01:00';
    await expect(book(task, deferred)).rejects.toMatchObject({ rule: 'WO-13', field: 'reason' });
    await book(task, deferred, { reason: 'The line is down.' });
    expect(await notesOf(task)).toContain('The line is down.');
    await expect(move(task, friday('10:00'))).rejects.toMatchObject({ rule: 'WO-13', field: 'reason' });
    await move(task, friday('10:00'), { reason: 'The part comes tomorrow.' });
    await expect(cancel(task, {}, new Date(friday('09:00')))).rejects.toMatchObject({ rule: 'WO-13', field: 'reason' });
    const begun = new Date(friday('10:00'));
    await expect(move(task, friday('12:00'), {}, begun)).rejects.toMatchObject({ rule: 'WO-13', field: 'reason' });
    await expect(move(task, friday('09:00'), { reason: 'Late.' }, begun)).rejects.toMatchObject({ rule: 'WO-13' });
    await cancel(task);
    expect(await fresh(task)).toMatchObject({ state: 'pending_dispatch', assignedToId: null, plannedStart: null });
    const changes = await db().appointmentChange.findMany({
      where: { appointment: { taskId: task.id } },
      orderBy: { sequence: 'asc' },
    });
    expect(changes.map(({ startsAt, reason, changedById }) => [startsAt, reason, changedById])).toEqual([
      [new Date(deferred), 'The part comes tomorrow.', dora.id],
      [new Date(friday('10:00')), '', dora.id],
    ]);
  });

  it('REC-3, WO-13 · a user who moves an appointment that somebody else has just moved is refused', async () => {
    const { groupId } = await aPair();
    const task = await aReadyTask(dora, {}, groupId);
    await book(task, friday('10:00'));
    const answers = await Promise.allSettled([move(task, friday('12:00')), move(task, friday('14:00'))]);
    expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { rule: 'REC-3' } }]);
  });

  it('WO-6 · is moved to another technician with its task, if that technician is free, and ends with the task', async () => {
    const { tom, tina, groupId } = await aPair();
    const [task, other] = [await aReadyTask(dora, {}, groupId), await aReadyTask(dora, {}, groupId)];
    await book(task, friday('10:00'), { technicianId: tom.id });
    await book(other, friday('10:30'), { technicianId: tina.id });
    const act = async (name: string, more: object) => {
      const { version } = await fresh(task);
      return now(() =>
        moveTask(dora, MoveWorkOrderTask.parse({ number: task.number, version, action: name, ...more })),
      );
    };
    await expect(act('assign', { assignedToId: tina.id })).rejects.toMatchObject({ rule: 'WO-12' });
    await cancel(other);
    await act('assign', { assignedToId: tina.id });
    expect(await visitOf(task)).toMatchObject({ technicianId: tina.id, sequence: 1 });
    await act('unassign', {});
    expect(await visitOf(task)).toMatchObject({ technicianId: null, startsAt: new Date(friday('10:00')), sequence: 2 });
    await act('cancel', { reason: 'It works again.' });
    expect(await db().appointment.findFirst({ where: { taskId: task.id } })).toMatchObject({
      state: 'cancelled',
      sequence: 3,
    });
  });

  it('WO-15 · time off over scheduled tasks returns them to dispatch and notifies the dispatchers; the windows stay booked', async () => {
    const { tom, tina, groupId } = await aPair();
    const boss = await holderOf('Wim Admin', ['wm_admin']);
    const [task, other] = [await aReadyTask(dora, {}, groupId), await aReadyTask(dora, {}, groupId)];
    await book(task, friday('10:00'), { technicianId: tom.id });
    await book(other, '2026-11-28T10:00:00+01:00', { technicianId: tom.id });
    const count = await now(() =>
      addDaysOff(boss, { technicianId: tom.id, from: '2026-11-27', to: '2026-11-27', reason: 'Ill' }),
    );
    expect(count).toBe(1);
    expect(await fresh(task)).toMatchObject({ state: 'pending_dispatch', assignedToId: null });
    expect(await visitOf(task)).toMatchObject({ technicianId: null, startsAt: new Date(friday('10:00')) });
    expect(await fresh(other)).toMatchObject({ state: 'scheduled', assignedToId: tom.id });
    const inboxItems = await db().inboxItem.findMany({ where: { taskId: task.id, userId: dora.id } });
    expect(inboxItems.map(({ reason }) => reason)).toEqual(['moved']);
    // Another technician takes the window, which the customer need not know.
    await move(task, friday('10:00'), { technicianId: tina.id });
    expect(await fresh(task)).toMatchObject({ state: 'scheduled', assignedToId: tina.id });
    expect(await offers(await aReadyTask(dora, {}, groupId), { technicianId: tom.id })).toEqual([]);
  });
});

describe('emails about an appointment', () => {
  const mailsOf = async ({ id }: { id: string }, recipient: { id: string }) =>
    db().mail.findMany({
      where: { taskId: id, recipientId: recipient.id, event: { startsWith: 'visit' } },
      orderBy: { id: 'asc' },
    });
  const whats = (mails: Awaited<ReturnType<typeof mailsOf>>) =>
    mails.map(({ event, status, facts }) => {
      const { visit } = facts as { visit: { sequence: number; isCancelled: boolean } };
      return `${event} ${visit.sequence}${visit.isCancelled ? ' cancelled' : ''} ${status}`;
    });

  it('WO-14 · a failed email to the customer is sent again unchanged, without confirmation', async () => {
    const { tom, groupId } = await aPair();
    const task = await aReadyTask(dora, { contactId: w.cora.id, accountId: w.boxeo }, groupId);
    await book(task, friday('10:00'), { technicianId: tom.id });
    const roles = { userId: w.cora.id };
    const had = await db().userRole.findMany({ where: roles });
    await db().userRole.deleteMany({ where: roles });
    for (const { id } of await mailsOf(task, w.cora)) {
      await db()
        .$executeRaw`update mails set status = 'failed', next_try_at = null, last_error = 'No.' where id = ${id}::uuid`;
      await resendMail(w.adam, { id });
    }
    await db().userRole.createMany({ data: had });
    expect(whats(await mailsOf(task, w.cora))).toEqual(['visit 0 queued']);
  });

  it('WO-14 · customer and technician are notified of each change, with its sequence and state', async () => {
    const { tom, tina, groupId } = await aPair();
    const task = await aReadyTask(dora, { contactId: w.cora.id, accountId: w.boxeo }, groupId);
    await book(task, friday('10:00'), { technicianId: tom.id });
    await move(task, friday('12:00'));
    await move(task, friday('12:00'), { technicianId: tina.id });
    await cancel(task);
    expect(whats(await mailsOf(task, w.cora))).toEqual([
      'visit 0 queued',
      'visit 1 queued',
      'visit 3 cancelled queued',
    ]);
    expect(whats(await mailsOf(task, tom))).toEqual([
      'visit of technician 0 queued',
      'visit of technician 1 queued',
      'visit of former technician 2 cancelled queued',
    ]);
    expect(whats(await mailsOf(task, tina))).toEqual([
      'visit of technician 2 queued',
      'visit of former technician 3 cancelled queued',
    ]);
    expect(await db().mail.count({ where: { taskId: task.id, event: 'assignment' } })).toBe(0);
    await sendDueMails();
  });

  it('WO-14 · a reminder has the current state of the appointment, once for each window', async () => {
    const { groupId } = await aPair();
    const task = await aReadyTask(dora, { contactId: w.cora.id, accountId: w.boxeo }, groupId);
    await book(task, friday('10:00'));
    const remind = (time: string) => now(() => remindOfVisit(system, { number: task.number }), new Date(time));
    await expect(remind('2026-11-26T08:59:00Z')).rejects.toMatchObject({ rule: 'WO-14' });
    await remind('2026-11-26T09:00:00Z');
    await expect(remind('2026-11-26T09:05:00Z')).rejects.toMatchObject({ rule: 'WO-14' });
    await move(task, friday('14:00'), { reason: 'Late.' });
    await remind('2026-11-26T13:05:00Z');
    const reminded = (await mailsOf(task, w.cora)).flatMap(({ facts }) => {
      const { visit } = facts as { visit: { what: string; from: string } };
      return visit.what === 'reminded' ? [visit.from] : [];
    });
    expect(reminded).toEqual([new Date(friday('10:00')), new Date(friday('14:00'))].map((each) => each.toISOString()));
    await cancel(task);
    await expect(remind('2026-11-26T14:00:00Z')).rejects.toMatchObject({ rule: 'REL-16' });
  });
});

describe('WO-12 · the database refuses of appointments', () => {
  let taskId: string;
  let technicianId: string;
  beforeAll(async () => {
    const tom = await aTechnician(dora);
    technicianId = tom.id;
    const task = await aReadyTask(dora, {}, await aGroupOf(tom));
    await book(task, friday('10:00'));
    taskId = (await aReadyTask(dora)).id;
  });

  const row = (values: object = {}) => ({
    id: randomUUID(),
    uid: randomUUID(),
    taskId,
    technicianId,
    state: 'booked' as const,
    startsAt: new Date(friday('13:00')),
    endsAt: new Date(friday('14:00')),
    occupiedFrom: new Date(friday('12:30')),
    occupiedTo: new Date(friday('14:00')),
    timeZone: 'Europe/Berlin',
    createdAt: NOW,
    ...values,
  });
  const overlapping = { occupiedFrom: new Date(friday('10:30')) };
  const held = { state: 'held', heldUntil: NOW } as const;

  it.each([
    ['a visit of which the way there overlaps another one', overlapping, /appointments_no_overlap/],
    ['a held one that overlaps', { ...overlapping, ...held }, /appointments_no_overlap/],
    ['one without length', { endsAt: new Date(friday('13:00')) }, /appointments_window/],
    ['one that occupies less than its window', { occupiedFrom: new Date(friday('13:30')) }, /appointments_occupied/],
    ['a booked one that lapses', { heldUntil: NOW }, /appointments_held/],
    ['a held one of nobody', { ...held, technicianId: null }, /appointments_held/],
    ['no zone', { timeZone: '' }, /appointments_zone/],
  ])('%s', async (_what, values, because) => {
    await expect(db().appointment.create({ data: row(values) })).rejects.toThrow(because);
  });

  it('WO-12 · is reported as "just taken", too', async () => {
    const { number } = await db().task.findUniqueOrThrow({ where: { id: taskId } });
    const asked = { number, startsAt: new Date(friday('11:00')), technicianId };
    const insert = () => db().appointment.create({ data: row(overlapping) });
    await expect(refuseOverlap(asked, insert)).rejects.toMatchObject({
      rule: 'WO-12',
      because: expect.stringContaining('just taken. The next free one is Friday, 27 November 2026 at 11:30'),
    });
  });

  it('a task has one appointment, and may hold another window beside it', async () => {
    await db().appointment.create({ data: row() });
    await expect(db().appointment.create({ data: row() })).rejects.toThrow(/appointments_one_each|unique/i);
    await db().appointment.create({ data: row(held) });
  });
});

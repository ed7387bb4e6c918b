import { bookWindow } from '#lib/appointment/commands/book-window.ts';
import { BookWindow } from '#lib/appointment/schema.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { addWorkingHours } from '#lib/technician/commands/add-working-hours.ts';
import { saveTechnician } from '#lib/technician/commands/save-technician.ts';
import { AddWorkingHours, SaveTechnician } from '#lib/technician/schema.ts';
import type { Values } from '#lib/write/check-values.ts';
import { holderOf } from './world.ts';

let made = 0;

/** A technician who works daily between these times, in this zone. */
export async function aTechnician(
  by: Actor,
  { name = `Tech ${made++}`, timeZone = 'Europe/Berlin', from = '08:00', to = '17:00' } = {},
): Promise<Person> {
  const person = await holderOf(name, ['wm_agent']);
  const details = { userId: person.id, timeZone, region: '', address: '', latitude: '', longitude: '', skills: '' };
  await saveTechnician(by, SaveTechnician.parse({ ...details, active: true }));
  const always = { weekdays: [1, 2, 3, 4, 5, 6, 7], validFrom: '', validTo: '' };
  await addWorkingHours(by, AddWorkingHours.parse({ technicianId: person.id, from, to, ...always }));
  return person;
}

/** A group that consists only of these people. */
export async function aGroupOf(...people: readonly { id: string }[]): Promise<string> {
  const members = { createMany: { data: people.map(({ id }) => ({ userId: id })) } };
  return (await db().group.create({ data: { name: `Group ${made++}`, members } })).id;
}

/** A task waiting for dispatch, in a work order with these values. */
export async function aReadyTask(
  by: Actor,
  values: Values = {},
  groupId: string | null = null,
): Promise<WorkOrderTask> {
  const given = {
    shortDescription: 'Change the router',
    timeZone: 'Europe/Berlin',
    address: '6 Mill Road\nBreda',
    ...values,
  };
  const order = await createTask(by, { kind: 'work_order', values: given });
  const { id } = await db().workOrderTask.findFirstOrThrow({ where: { workOrderId: order.id } });
  await db().task.update({ where: { id }, data: { state: 'pending_dispatch', assignmentGroupId: groupId } });
  return loadRecord(db(), 'work_order_task', id);
}

/** Which of two tasks has an appointment. */
export type VisitsThere = 'none' | 'own' | 'both';

/** Two technicians, two tasks and a window a week from now, for tests of all appointment actions. */
export async function aStageOfVisits(by: Actor) {
  const clock = { timeZone: 'UTC', from: '00:00', to: '00:00' };
  const technicians = [await aTechnician(by, clock), await aTechnician(by, clock)] as const;
  const groupId = await aGroupOf(...technicians);
  const other = await aReadyTask(by, { timeZone: 'UTC' }, groupId);
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const [startsAt, later] = [`${day}T10:00:00Z`, `${day}T15:00:00Z`];
  const ready = { state: 'pending_dispatch', assignmentGroupId: groupId, assignedToId: null };
  return {
    other: other.number,
    startsAt,
    later,
    prepare: async (number: string, there: VisitsThere) => {
      await db().appointment.deleteMany();
      await db().task.updateMany({ where: { number: { in: [number, other.number] } }, data: ready });
      const book = (task: string, technicianId: string) =>
        bookWindow(by, BookWindow.parse({ number: task, startsAt, technicianId }));
      if (there !== 'none') await book(number, technicians[0].id);
      if (there === 'both') await book(other.number, technicians[1].id);
    },
  };
}

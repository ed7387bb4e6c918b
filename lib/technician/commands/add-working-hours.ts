import { mayManageTechnicians } from '#lib/access/field-service.ts';
import { lockTechnician } from '#lib/diary/lock-technician.ts';
import { hoursDoNotOverlap, mayAddRows } from '#lib/diary/rules/hours-do-not-overlap.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { dateOf } from '../calendar-date.ts';
import { hoursOf } from '../hours-of.ts';
import type { AddWorkingHours } from '../schema.ts';

/** WO-10 · Adds working hours on weekdays, in the technician's zone. Refused: overlapping hours. */
export async function addWorkingHours(actor: Actor, input: AddWorkingHours): Promise<void> {
  enforce(mayManageTechnicians(actor));
  const { technicianId, weekdays, from: fromMinute, to: toMinute, validFrom, validTo } = input;
  await transaction(async (tx) => {
    await lockTechnician(tx, technicianId);
    const others = await hoursOf(tx, technicianId);
    const added = [...new Set(weekdays)].map((weekday) => ({ weekday, fromMinute, toMinute, validFrom, validTo }));
    enforce(mayAddRows(others.length, added.length), ...added.map((row) => hoursDoNotOverlap(row, others)));
    await tx.workingHours.createMany({
      data: added.map((row) => ({
        ...row,
        technicianId,
        validFrom: validFrom === null ? null : dateOf(validFrom),
        validTo: validTo === null ? null : dateOf(validTo),
      })),
    });
  });
}

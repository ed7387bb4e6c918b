import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockVisit } from '../locked-task.ts';
import { canBeSwapped } from '../rules/book.ts';
import type { SwapWindows } from '../schema.ts';
import { swapTechnicians } from '../swap-technicians.ts';

/**
 * WO-12 · Swaps the technicians of two appointments; each customer keeps their window. One transaction, in which the visits
 * overlap for a moment. Refused: WO-12 a technician is not free for the other visit, REC-3 changed by somebody else since.
 */
export function swapWindows(actor: Actor, input: SwapWindows): Promise<Outcome<TaskRecord>> {
  const { number, sequence, otherNumber, otherSequence, reason } = input;
  return runCommand(actor, 'swap-windows', async (context): Promise<TaskRecord> => {
    const bookings = [
      { number, sequence },
      { number: otherNumber, sequence: otherSequence },
    ];
    // A fixed lock order, so that two concurrent swaps of the same tasks cannot deadlock.
    const locked = new Map<string, Awaited<ReturnType<typeof lockVisit>>>();
    for (const each of bookings.toSorted((a, b) => a.number.localeCompare(b.number)))
      locked.set(each.number, await lockVisit(context, each));
    const [one, other] = [locked.get(number), locked.get(otherNumber)];
    enforce(canBeSwapped(one?.before, other?.before));
    if (!one || !other) throw new Error('Both were locked.');
    return swapTechnicians(context, one, other, reason);
  });
}

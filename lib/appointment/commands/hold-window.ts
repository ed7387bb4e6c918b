import { placeVisit } from '#lib/diary/place-visit.ts';
import { insertVisit } from '#lib/diary/store-visit.ts';
import { HOLD } from '#lib/diary/window-settings.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockTaskToArrange, minutesOf, withinLimits } from '../locked-task.ts';
import { refuseOverlap } from '../refuse-overlap.ts';
import type { HoldWindow } from '../schema.ts';

/** Staff pass the limit with a reason, which they give when they book. */
const LATER = 'Said when it is booked.';

/**
 * WO-11 · Holds a window for five minutes while the user chooses: it is busy for everybody else. A task holds one window at a
 * time; its booked window stays until it is moved. Refused: WO-12 just taken, WO-13 too late.
 */
export async function holdWindow(actor: Actor, input: HoldWindow): Promise<{ heldUntil: Date }> {
  const { number, startsAt, technicianId } = input;
  const { value } = await refuseOverlap(input, () =>
    runCommand(actor, 'hold-window', async (context) => {
      const task = await lockTaskToArrange(context, number);
      enforce(withinLimits(context, LATER, { what: 'book', begins: startsAt }));
      const placed = await placeVisit(context, task, {
        startsAt,
        technicianId,
        minutes: minutesOf(task, input.minutes),
      });
      const heldUntil = new Date(context.at.getTime() + HOLD);
      await insertVisit(context, task.id, placed, heldUntil);
      return { heldUntil };
    }),
  );
  return value;
}

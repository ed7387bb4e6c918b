'use server';

import { action } from '#lib/door/action.ts';
import { placeTask } from './commands/place-task.ts';
import { PlaceTask } from './schema.ts';
import { timeIn, timesIn } from './words-of-time.ts';

/** WO-7, WO-17 · A repeated call creates no second appointment. */
export const placeTaskAction = action({ permission: 'dispatch.place', input: PlaceTask }, async (actor, input) => {
  await placeTask(actor, input);
  const from = input.startsAt.getTime();
  const times = timesIn({ from, to: from + input.minutes * 60_000 }, input.timeZone);
  return { message: `${input.number} is placed on ${timeIn(from, input.timeZone).slice(0, 10)}, ${times}.` };
});

'use server';

import { action } from '#lib/door/action.ts';
import { bookWindow } from './commands/book-window.ts';
import { cancelWindow } from './commands/cancel-window.ts';
import { holdWindow } from './commands/hold-window.ts';
import { moveWindow } from './commands/move-window.ts';
import { swapWindows } from './commands/swap-windows.ts';
import { BookWindow, CancelWindow, HoldWindow, MoveWindow, SwapWindows } from './schema.ts';

const permission = 'appointment.arrange';

/** WO-11 */
export const holdWindowAction = action({ permission, input: HoldWindow }, async (actor, input) => {
  const { heldUntil } = await holdWindow(actor, input);
  return { data: { heldUntil: heldUntil.toISOString() } };
});

/** WO-6 · Booking the same window again creates no second appointment. */
export const bookWindowAction = action({ permission, input: BookWindow }, async (actor, input) => {
  await bookWindow(actor, input);
  return { message: `An appointment is booked for ${input.number}.` };
});

/** WO-13 */
export const moveWindowAction = action({ permission, input: MoveWindow }, async (actor, input) => {
  await moveWindow(actor, input);
  return { message: `The appointment of ${input.number} is moved.` };
});

/** WO-13 */
export const cancelWindowAction = action({ permission, input: CancelWindow }, async (actor, input) => {
  await cancelWindow(actor, input);
  return { message: `The appointment of ${input.number} is canceled.` };
});

/** WO-12 */
export const swapWindowsAction = action({ permission, input: SwapWindows }, async (actor, input) => {
  await swapWindows(actor, input);
  return { message: `${input.number} and ${input.otherNumber} have changed technicians.` };
});

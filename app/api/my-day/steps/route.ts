import { route } from '#lib/door/route.ts';
import { sendStep } from '#lib/technician-day/commands/send-step.ts';
import { Step } from '#lib/technician-day/schema.ts';

/** WO-18 · Receives a technician's step from the phone and performs it once, however often it is sent. */
export const POST = route({ permission: 'technician.step', limit: 'action', body: Step }, ({ actor, body }) =>
  sendStep(actor, body),
);

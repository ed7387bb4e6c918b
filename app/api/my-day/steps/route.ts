import { route } from '#lib/door/route.ts';
import { sendStep } from '#lib/technician-day/commands/send-step.ts';
import { Step } from '#lib/technician-day/schema.ts';

/** WO-18 · Takes a step of a technician from the phone, once, however often it is sent. */
export const POST = route({ permission: 'technician.step', limit: 'action', body: Step }, ({ actor, body }) =>
  sendStep(actor, body),
);

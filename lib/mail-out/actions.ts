'use server';

import { z } from 'zod';
import { action } from '#lib/door/action.ts';
import { checkMailServer } from './commands/check-mail-server.ts';
import { resendMail } from './commands/resend-mail.ts';
import { ResendMail } from './schema.ts';

/** ADM-9 */
export const resendMailAction = action({ permission: 'admin.mail', input: ResendMail }, async (actor, input) => {
  await resendMail(actor, input);
  return { message: 'The email is on its way again.' };
});

/** ADM-11 */
export const checkMailServerAction = action({ permission: 'admin.mail', input: z.object({}) }, async (actor) => {
  const because = await checkMailServer(actor);
  return { message: because === null ? 'The email server answers.' : `The email server cannot be used: ${because}` };
});

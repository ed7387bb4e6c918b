'use server';

import { action } from '#lib/door/action.ts';
import { resendMail } from './commands/resend-mail.ts';
import { ResendMail } from './schema.ts';

/** ADM-9 */
export const resendMailAction = action({ permission: 'admin.mail', input: ResendMail }, async (actor, input) => {
  await resendMail(actor, input);
  return { message: 'The email is on its way again.' };
});

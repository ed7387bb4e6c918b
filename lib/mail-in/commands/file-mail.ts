import type { Person } from '#lib/platform/actor.ts';
import { reviewMail } from '../review-mail.ts';
import type { FileMail } from '../schema.ts';
import { workedCase, writeMail } from '../write-mail.ts';

/** MAIL-5 · Files an email that waits to a case that the agent works. */
export async function fileMail(actor: Person, { id, number }: FileMail): Promise<{ asComment: boolean }> {
  return reviewMail(actor, id, async (mail) => {
    const { id: caseId } = await workedCase(mail.tx, actor, number);
    const { asComment, ...written } = await writeMail(actor, mail, { id: caseId, number });
    return { fate: { outcome: 'filed', ...written }, audited: `Filed to ${number}`, asComment };
  });
}

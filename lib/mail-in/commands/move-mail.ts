import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { plainMarkdown } from '#lib/reply-template/plain-markdown.ts';
import { casesOfMail } from '../case-of-mail.ts';
import { reviewMail } from '../review-mail.ts';
import { isInCase, mayMoveMail } from '../rules/move-mail.ts';
import type { FileMail } from '../schema.ts';
import { writeAnswer } from '../write-answer.ts';
import { workedCase, writeMail } from '../write-mail.ts';

/**
 * MAIL-5 · Moves an email from its case to another one. Its comment and the notifications about it stay; a work note in the
 * old case names the new one, unless the old case is closed.
 */
export async function moveMail(actor: Person, { id, number }: FileMail): Promise<{ asComment: boolean; from: string }> {
  return reviewMail(
    actor,
    id,
    async (mail) => {
      const { tx } = mail;
      const cases = await casesOfMail(tx, id);
      enforce(mayMoveMail({ stands: cases, to: number }));
      const from = cases.at(-1) ?? '';
      const [before, theCase] = [await workedCase(tx, actor, from), await workedCase(tx, actor, number)];
      // SYNC-000 · The lock order of all commands: major cases first.
      await tx.$queryRaw`
        select t.id from tasks t join cases c using (id) where t.id in (${before.id}::uuid, ${theCase.id}::uuid)
        order by coalesce(c.major_case_state = 'accepted', false) desc, t.id for no key update of t`;
      const { taskId, entryId, wholeText, asComment } = await writeMail(actor, mail, { id: theCase.id, number });
      await tx.mailMove.create({ data: { mailId: id, taskId, entryId, movedById: actor.id, movedAt: now() } });
      // ACC-6 · The note must not show the number of a case to agents who do not serve its customers.
      const isSeenToo = [before.servedBy, 'all'].includes(theCase.servedBy);
      const where = isSeenToo ? `[${number}](${pathOfNumber(number)})` : 'a case of another customer';
      const text = `This email belongs to ${where}: ${plainMarkdown(mail.subject) || 'No subject'}`;
      if (before.active) await writeAnswer(tx, actor, { number: from, type: 'work_note', text, isPlain: false });
      return { fate: { wholeText }, audited: `Moved from ${from} to ${number}`, asComment, from };
    },
    { allowed: isInCase },
  );
}

'use server';

import { action } from '#lib/door/action.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { answerMail } from './commands/answer-mail.ts';
import { discardMail } from './commands/discard-mail.ts';
import { fileMail } from './commands/file-mail.ts';
import { moveMail } from './commands/move-mail.ts';
import { openCaseFromMail } from './commands/open-case-from-mail.ts';
import { returnMail } from './commands/return-mail.ts';
import { AnswerMail, FileMail, MailId, OpenCaseFromMail } from './schema.ts';

const linkTo = (number: string) => ({ href: pathOfNumber(number), label: number });

/** MAIL-5 · Discards an email that waits for review. */
export const discardMailAction = action({ permission: 'email.review', input: MailId }, async (actor, input) => {
  await discardMail(actor, input);
  return { message: 'Email discarded.' };
});

/** MAIL-5 · Opens a case from an email that waits for review. */
export const openCaseFromMailAction = action(
  { permission: 'email.review', input: OpenCaseFromMail },
  async (actor, input) => {
    const { number } = await openCaseFromMail(actor, input);
    return { message: 'Case opened.', link: linkTo(number) };
  },
);

/** MAIL-5 · Files an email that waits for review to a case. */
export const fileMailAction = action({ permission: 'email.review', input: FileMail }, async (actor, input) => {
  const { asComment } = await fileMail(actor, input);
  return {
    message: asComment ? 'Added as a comment of the sender.' : 'Added as a work note.',
    link: linkTo(input.number),
  };
});

/** MAIL-5 · Moves an email from its case to another one. */
export const moveMailAction = action({ permission: 'email.review', input: FileMail }, async (actor, input) => {
  const { asComment, from } = await moveMail(actor, input);
  const as = asComment ? 'a comment of the sender' : 'a work note';
  return { message: `Moved from ${from}, as ${as}.`, link: linkTo(input.number) };
});

/** MAIL-5 · Returns a discarded email to the review. */
export const returnMailAction = action({ permission: 'email.review', input: MailId }, async (actor, input) => {
  await returnMail(actor, input);
  return { message: 'Email is back in the review.' };
});

/** MAIL-1 · Answers an email of the built-in mailbox as its recipient. */
export const answerMailAction = action(
  { permission: 'email.answer', input: AnswerMail, isOnce: true },
  async (actor, input) => {
    await answerMail(actor, input);
    return { message: 'Answer sent.' };
  },
);

import type { SenderVerdict } from '#lib/platform/generated/prisma/client.ts';

/** MAIL-6 · The most emails of one sender to one case in this time; further ones wait for review. */
export const FEW_MAILS = { count: 10, minutes: 10 };

/** Why an email from an unknown sender waits, until the sender is added as a customer. */
export const SENDER_UNKNOWN = 'The sender is unknown.';

/** The facts about an email that a person may have written. */
export type MailFacts = {
  /** The number of claimed senders. */
  senders: number;
  /** The user with that address; `mayWrite`: a customer who may comment on the answered case. */
  sender: { isCustomer: boolean; isActive: boolean; mayWrite: boolean } | null;
  verdict: SenderVerdict;
  /** MAIL-3: the case that it answers, by a token or by headers; `many`: several different cases. */
  answers: { by: 'token' | 'headers'; number: string; isClosed: boolean } | 'many' | 'no case' | null;
  /** It has a reply token that is not, or no longer, ours. */
  hasForeignToken: boolean;
  isToSupport: boolean;
  /** MAIL-6: why it may be automatic, although a customer sent it; null: at most one weak sign. */
  looksAutomatic: string | null;
  /** A different email with the same Message-ID came before. */
  isBeside: boolean;
  /** How many emails this sender sent to the same case shortly before. */
  before: number;
  saysNothing: boolean;
};

export type Judgement =
  | { becomes: 'waits_for_review' | 'held_back'; reason: string }
  | { becomes: 'filed' | 'follow-up'; number: string }
  | { becomes: 'opened_case' };

const review = (reason: string): Judgement => ({ becomes: 'waits_for_review', reason });

/** MAIL-3, MAIL-5, MAIL-6, MAIL-8, MAIL-11 · Decides the outcome of an email. What is not allowed waits for review. */
export function judgeMail(facts: MailFacts): Judgement {
  const { sender, answers, verdict } = facts;
  if (facts.isBeside) return review('Another email with the same Message-ID came before.');
  if (facts.senders !== 1) return review(facts.senders === 0 ? 'It has no sender.' : 'It has more than one sender.');
  if (!sender) return review(SENDER_UNKNOWN);
  // MAIL-8 · An email never writes as an agent.
  if (!sender.isCustomer) return review('The sender works here. Staff write in the workspace.');
  if (!sender.isActive) return review('The sender is inactive.');
  if (answers === 'many') return review('It answers several cases.');
  if (answers === 'no case') return review('It answers an email that was not about a case.');
  if (!answers && facts.hasForeignToken) return review('Its reply address is not one of ours.');
  if (!answers && !facts.isToSupport) return review('It was not sent to the support address.');
  if (answers && !sender.mayWrite) return review(`The sender may not comment on ${answers.number}.`);
  if (verdict === 'fail' && answers?.by !== 'token')
    return review('The sender may be forged: the receiving server could not verify the address.');
  if (facts.looksAutomatic) return review(`It looks automatic: ${facts.looksAutomatic}.`);
  if (facts.saysNothing) return review('It contains no new text.');
  if (facts.before >= FEW_MAILS.count)
    return {
      becomes: 'held_back',
      reason: `More than ${FEW_MAILS.count} emails from this sender in ${FEW_MAILS.minutes} minutes.`,
    };
  if (!answers) return { becomes: 'opened_case' };
  return { becomes: answers.isClosed ? 'follow-up' : 'filed', number: answers.number };
}

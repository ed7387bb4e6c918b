import type { SenderVerdict } from '#lib/platform/generated/prisma/client.ts';

/** MAIL-6 · So many mails of one sender to one case are taken in so many minutes; more wait for somebody to look at them. */
export const FEW_MAILS = { count: 10, minutes: 10 };

/** Why a mail waits whose sender nobody knows; until somebody adds the sender. */
export const SENDER_UNKNOWN = 'The sender is unknown.';

/** What is known of a mail that a person may have written. */
export type MailFacts = {
  /** How many there are that it says it is from. */
  senders: number;
  /** Who has that address: a customer, if `mayWrite` one who may write into the case that is answered. */
  sender: { isCustomer: boolean; isActive: boolean; mayWrite: boolean } | null;
  verdict: SenderVerdict;
  /** MAIL-3: the case that it answers, by a token or by headers; `many`: several that do not fit together. */
  answers: { by: 'token' | 'headers'; number: string; isClosed: boolean } | 'many' | 'no case' | null;
  /** It has a token that is not, or no longer, one of ours. */
  hasForeignToken: boolean;
  isToSupport: boolean;
  /** MAIL-6: why a machine may have written it, although it is a customer's; null: hardly anything says so. */
  looksAutomatic: string | null;
  /** Another mail came by this name. */
  isBeside: boolean;
  /** How many of the same sender to the same case came shortly before. */
  before: number;
  saysNothing: boolean;
};

export type Judgement =
  | { becomes: 'waits_for_review' | 'held_back'; reason: string }
  | { becomes: 'filed' | 'follow-up'; number: string }
  | { becomes: 'opened_case' };

const review = (reason: string): Judgement => ({ becomes: 'waits_for_review', reason });

/** MAIL-3, MAIL-5, MAIL-6, MAIL-8, MAIL-11 · What becomes of a mail. What is not granted waits for somebody to look at it. */
export function judgeMail(facts: MailFacts): Judgement {
  const { sender, answers, verdict } = facts;
  if (facts.isBeside) return review('Another email with the same Message-ID came before.');
  if (facts.senders !== 1) return review(facts.senders === 0 ? 'It has no sender.' : 'It has more than one sender.');
  if (!sender) return review(SENDER_UNKNOWN);
  // MAIL-8 · No mail writes as an agent.
  if (!sender.isCustomer) return review('The sender works here. Staff write in the workspace.');
  if (!sender.isActive) return review('The sender is inactive.');
  if (answers === 'many') return review('It answers several cases.');
  if (answers === 'no case') return review('It answers an email that was not about a case.');
  if (!answers && facts.hasForeignToken) return review('Its reply address is not one of ours.');
  if (!answers && !facts.isToSupport) return review('It was not sent to the support address.');
  if (answers && !sender.mayWrite) return review(`The sender may not comment on ${answers.number}.`);
  if (verdict === 'fail' && answers?.by !== 'token')
    return review('The sender is not who it says: the receiving server could not verify the address.');
  if (facts.looksAutomatic) return review(`It looks automatic: ${facts.looksAutomatic}.`);
  if (facts.saysNothing) return review('It says nothing new.');
  if (facts.before >= FEW_MAILS.count)
    return {
      becomes: 'held_back',
      reason: `More than ${FEW_MAILS.count} emails from this sender in ${FEW_MAILS.minutes} minutes.`,
    };
  if (!answers) return { becomes: 'opened_case' };
  return { becomes: answers.isClosed ? 'follow-up' : 'filed', number: answers.number };
}

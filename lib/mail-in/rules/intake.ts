/** Of an hour, or of what waits: mails, and their bytes. Each is counted no further than its limit. */
export type Amount = { mails: number; bytes: number };

/**
 * MAIL-6 · What is taken in by SMTP. Of strangers, in an hour: what a busy desk gets of new customers and of bounces in a day; and
 * as much waiting as people could still review. Of one who is known, in an hour: more than anybody writes.
 */
export const INTAKE = {
  strangersOfNetwork: { mails: 60, bytes: 300_000_000 },
  strangers: { mails: 300, bytes: 1_000_000_000 },
  strangersWaiting: { mails: 2_000, bytes: 5_000_000_000 },
  known: { mails: 300, bytes: 1_000_000_000 },
} as const satisfies Record<string, Amount>;

export type Counted = Partial<Record<keyof typeof INTAKE, Amount>>;

const reasons: Readonly<Record<keyof typeof INTAKE, string>> = {
  strangersOfNetwork: 'Too many emails of unknown senders from one network in an hour',
  strangers: 'Too many emails of unknown senders in an hour',
  strangersWaiting: 'Too many emails of unknown senders wait for review',
  known: 'Too many emails of this sender in an hour',
};

const isReached = (limit: Amount, { mails, bytes }: Amount): boolean => mails >= limit.mails || bytes >= limit.bytes;

/** MAIL-6 · Why a mail is to come later; null: it is taken. */
export function comesLater(counted: Counted): string | null {
  const names = Object.keys(INTAKE) as (keyof typeof INTAKE)[];
  const reached = names.find((name) => isReached(INTAKE[name], counted[name] ?? { mails: 0, bytes: 0 }));
  return reached ? reasons[reached] : null;
}

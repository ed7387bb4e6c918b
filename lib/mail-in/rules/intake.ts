/** A number of emails and their bytes, per hour or waiting. Neither is counted beyond its limit. */
export type Amount = { mails: number; bytes: number };

/**
 * MAIL-6 · Limits for email by SMTP. Strangers, per hour: what a busy desk receives from new customers and bounces in a day;
 * waiting: what people could still review. A known sender, per hour: more than a person writes.
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

/** MAIL-6 · Why an email is deferred; null: it is accepted. */
export function deferredBecause(counted: Counted): string | null {
  const names = Object.keys(INTAKE) as (keyof typeof INTAKE)[];
  const reached = names.find((name) => isReached(INTAKE[name], counted[name] ?? { mails: 0, bytes: 0 }));
  return reached ? reasons[reached] : null;
}

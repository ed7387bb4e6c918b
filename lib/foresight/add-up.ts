import type { MailCount } from '#lib/mail-rules/count-mails.ts';
import type { Consequences } from './foresee.ts';

const union = (one: readonly string[] = [], other: readonly string[] = []) => [...new Set([...one, ...other])];

const mailsOf = (one: MailCount, other: MailCount): MailCount => ({
  queued: one.queued + other.queued,
  heldBack: one.heldBack + other.heldBack,
});

/** Merges two maps. `put` combines the values of common keys. */
function both<V>(one: ReadonlyMap<string, V>, other: ReadonlyMap<string, V>, put: (a: V, b: V) => V): Map<string, V> {
  const all = new Map(one);
  for (const [key, value] of other) {
    const there = all.get(key);
    all.set(key, there === undefined ? value : put(there, value));
  }
  return all;
}

/** SYNC-5 · The consequences of two commands together. A record that both update counts once; emails are added. */
export function addUp(one: Consequences, other: Consequences): Consequences {
  return {
    rules: both(one.rules, other.rules, (a, b) => ({ ids: union(a.ids, b.ids), mails: mailsOf(a.mails, b.mails) })),
    ids: union(one.ids, other.ids),
    mails: mailsOf(one.mails, other.mails),
    leftOut: both(one.leftOut, other.leftOut, union),
    kept: union(one.kept, other.kept),
    off: both(one.off, other.off, (a, b) => a + b),
  };
}

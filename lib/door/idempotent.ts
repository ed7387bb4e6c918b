import { createHmac } from 'node:crypto';
import type { Done } from '#lib/platform/action-result.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { authSecret } from '#lib/platform/env.ts';
import { inOneTransaction, transaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';

/** A browser keeps an unanswered form for 30 days. */
const RETENTION_DAYS = 31;
/** ACC-12 · The maximum of answers kept per user. Answers of the last hour are always kept: retries are most likely then. */
const KEPT_PER_USER = 2_000;
const AN_HOUR = 3_600_000;

/** `id`: empty if the caller gave none. Such a call is never treated as a repetition. */
type Call = { personId: string; id: string; input: unknown };

/** Keyed hash, because the input may contain a password. */
const fingerprintOf = (input: unknown) =>
  createHmac('sha256', authSecret())
    .update(JSON.stringify(input) ?? '')
    .digest('base64url');

/**
 * REC-5 · Runs a call once: a repeated call, whose answer was lost, gets the first answer. Call and answer are written in one
 * transaction; of two concurrent calls the second waits. Refused: the same form with other content, because its first content
 * is saved already. A refusal by `work` stores nothing, so that the corrected form can be sent.
 */
export function idempotent<D extends Done<unknown>>({ personId, id, input }: Call, work: () => Promise<D>): Promise<D> {
  if (id === '') return work();
  const fingerprint = fingerprintOf(input);
  return inOneTransaction(() =>
    transaction(async (tx) => {
      const data = { personId, id, fingerprint, at: now() };
      const { count } = await tx.answeredCall.createMany({ data, skipDuplicates: true });
      if (count > 0) {
        const done = await work();
        await tx.$executeRaw`
          update answered_calls set answer = ${JSON.stringify(done)}::jsonb
          where person_id = ${personId}::uuid and id = ${id}`;
        return done;
      }
      const [first] = await tx.$queryRaw<{ fingerprint: string; answer: D }[]>`
        select fingerprint, answer from answered_calls where person_id = ${personId}::uuid and id = ${id}`;
      if (first?.fingerprint === fingerprint) return first.answer;
      throw savedBefore(first?.answer.message);
    }),
  );
}

const savedBefore = (message = 'It was saved.') =>
  new Refusal('REC-5', `What was sent from this form before is saved: ${message} Send it again to save this, too.`, {
    details: { savedBefore: true },
  });

/** REC-5, ACC-12 · Job: deletes answers that are too old for a retry, and those beyond the maximum per user. */
export async function deleteOldCalls(at: Date): Promise<string> {
  const before = new Date(at.getTime() - RETENTION_DAYS * 24 * AN_HOUR);
  const { count } = await db().answeredCall.deleteMany({ where: { at: { lte: before } } });
  const beyond = await db().$executeRaw`
    delete from answered_calls a
    using (select person_id from answered_calls group by person_id having count(*) > ${KEPT_PER_USER}) p,
      lateral (select k.at from answered_calls k where k.person_id = p.person_id
        order by k.at desc offset ${KEPT_PER_USER - 1} limit 1) last
    where a.person_id = p.person_id and a.at < last.at and a.at <= ${new Date(at.getTime() - AN_HOUR)}`;
  return `${count + beyond} answers to calls removed`;
}

import { createHmac } from 'node:crypto';
import type { Done } from '#lib/platform/action-result.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { authSecret } from '#lib/platform/env.ts';
import { together, transaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';

/** A browser keeps a form that was not answered for 30 days. */
const KEPT_DAYS = 31;
/** ACC-12 · And of each person so many, however often something is sent; what was sent within the hour is tried again first. */
const KEPT_EACH = 2_000;
const AN_HOUR = 3_600_000;

/** `id`: empty where the caller has named none, and repeats nothing. */
type Call = { personId: string; id: string; input: unknown };

/** With a secret, as the input may hold a password. */
const fingerprintOf = (input: unknown) =>
  createHmac('sha256', authSecret())
    .update(JSON.stringify(input) ?? '')
    .digest('base64url');

/**
 * REC-5 · Does what a call asks for, once: a call that comes again, as its answer was lost, gets the first answer. Both are
 * written in one transaction, and of two at once the second waits. Refused: the same form with another content, as what it
 * held at first is saved. A refusal of `work` leaves nothing behind, so that what was corrected can be sent.
 */
export function once<D extends Done<unknown>>({ personId, id, input }: Call, work: () => Promise<D>): Promise<D> {
  if (id === '') return work();
  const fingerprint = fingerprintOf(input);
  return together(() =>
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

/** REC-5, ACC-12 · The job that forgets answers which no browser asks for again, and those beyond the newest of each person. */
export async function forgetAnsweredCalls(at: Date): Promise<string> {
  const before = new Date(at.getTime() - KEPT_DAYS * 24 * AN_HOUR);
  const { count } = await db().answeredCall.deleteMany({ where: { at: { lte: before } } });
  const beyond = await db().$executeRaw`
    delete from answered_calls a
    using (select person_id from answered_calls group by person_id having count(*) > ${KEPT_EACH}) p,
      lateral (select k.at from answered_calls k where k.person_id = p.person_id
        order by k.at desc offset ${KEPT_EACH - 1} limit 1) last
    where a.person_id = p.person_id and a.at < last.at and a.at <= ${new Date(at.getTime() - AN_HOUR)}`;
  return `${count + beyond} answers to calls removed`;
}

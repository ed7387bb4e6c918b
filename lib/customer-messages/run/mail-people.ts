import { customerOfCase } from '#lib/mail-out/customer-of-case.ts';
import { insertMails } from '#lib/mail-out/insert-mails.ts';
import { unreachableBecause } from '#lib/mail-out/unreachable-because.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';
import type { Language } from '#lib/words/languages.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { messageValues, type NotifiedCase, notifiedCase } from '../queries/case-values.ts';
import { hiddenPairs, pairKey } from '../queries/may-see.ts';
import { HIDDEN } from '../queries/recipients-sql.ts';
import { fillMessage, fillTyped } from '../rules/fill-message.ts';
import type { MessageRun } from './message-run.ts';

const PEOPLE = 500;

/** A person's case that has the comment; `watched`: it is somebody else's and the person watches it. */
type TheirCase = { id: string; number: string; title: string; watched: boolean };
/** A person of the run; `reason`: why they cannot be emailed now. */
type Person = { userId: string; language: Language; reason: string; cases: TheirCase[] };

async function nextPeople({ tx }: CommandContext, runId: string): Promise<Person[]> {
  return tx.$queryRaw<Person[]>`
    select p.user_id as "userId", u.language, ${unreachableBecause} as reason, theirs.cases
    from (select user_id from notify_people where run_id = ${runId}::uuid and state = 'queued'
          order by user_id limit ${PEOPLE} for no key update) p
    join users u on u.id = p.user_id
    cross join lateral (
      select coalesce(json_agg(json_build_object('id', t.id, 'number', t.number, 'title', t.short_description,
        'watched', p.user_id is distinct from ${customerOfCase})
        order by t.number), '[]') as cases
      from notify_case_people cp join notify_cases c using (run_id, case_id) join tasks t on t.id = cp.case_id
      left join accounts a on a.id = t.account_id
      where cp.run_id = ${runId}::uuid and cp.user_id = p.user_id and c.state = 'told'
    ) theirs`;
}

/** ACC-6 · Watchers may have lost access since the run began: an email lists only cases that its reader may see. */
async function withoutHidden(tx: Db, people: readonly Person[]): Promise<Person[]> {
  const pair = ({ userId }: Person, { id }: TheirCase) => ({ userId, caseId: id });
  const watched = people.flatMap((person) =>
    person.cases.flatMap((theirs) => (theirs.watched ? [pair(person, theirs)] : [])),
  );
  const hidden = new Set((await hiddenPairs(tx, watched)).map(pairKey));
  return people.map((person) => {
    const cases = person.cases.filter((theirs) => !hidden.has(pairKey(pair(person, theirs))));
    const seesNone = cases.length === 0 && person.cases.length > 0;
    return { ...person, cases, reason: person.reason || (seesNone ? HIDDEN : '') };
  });
}

/**
 * NOT-6, MAIL-12 · Queues one email for each of the next people, about their first case and listing the others. People without
 * a commented case, or who cannot be reached now, are left out with the reason. False: nobody is left.
 */
export async function mailPeople(context: CommandContext, { id, text }: MessageRun): Promise<boolean> {
  const next = await nextPeople(context, id);
  if (next.length === 0) return false;
  const people = await withoutHidden(context.tx, next);
  const isTold = ({ reason, cases }: Person) => reason === '' && cases.length > 0;
  const mailed = await queueMails(context, text, people.filter(isTold));
  await context.tx.$executeRaw`
    update notify_people p set state = 'mailed', mail_id = m.id, told_at = ${context.at}
    from unnest(${mailed.map((mail) => mail.id)}::uuid[], ${mailed.map((mail) => mail.recipientId)}::uuid[]) m(id, user_id)
    where p.run_id = ${id}::uuid and p.user_id = m.user_id`;
  const left = people.filter((person) => !isTold(person));
  await context.tx.$executeRaw`
    update notify_people p set state = 'skipped', reason = l.reason
    from unnest(${left.map(({ userId }) => userId)}::uuid[],
                ${left.map(({ reason }) => reason || 'the cases are over')}::text[]) l(user_id, reason)
    where p.run_id = ${id}::uuid and p.user_id = l.user_id`;
  return true;
}

type QueuedMail = { id: string; recipientId: string };

async function queueMails(
  { tx, at, cause }: CommandContext,
  text: string,
  people: readonly Person[],
): Promise<QueuedMail[]> {
  if (people.length === 0) return [];
  const firstIds = people.map(({ cases }) => cases[0]?.id ?? '');
  const cases = await tx.$queryRaw<NotifiedCase[]>`select ${notifiedCase} where t.id = any(${firstIds}::uuid[])`;
  const byId = new Map(cases.map((each) => [each.id, each]));
  const texts = people.map((person) => {
    const first = byId.get(person.cases[0]?.id ?? '');
    const values = first && messageValues(first, person.language);
    return values ? { body: fillMessage(text, values), typed: fillTyped(text, values) } : { body: '', typed: '' };
  });
  const facts = people.map((person, at) => {
    const { body, typed } = texts[at] ?? { body: '', typed: '' };
    const cases = person.cases.map(({ number, title }) => ({ number, title }));
    return JSON.stringify({ cases, ...(typed === body ? {} : { typed }) });
  });
  const written = Prisma.sql`
    select t.id as task_id, 'notification' as event, u.id as recipient_id, u.email as address,
           t.number || ' ' || t.short_description as subject, n.body, n.facts::jsonb as facts, true as answerable, '' as reason
    from unnest(${people.map(({ userId }) => userId)}::uuid[], ${firstIds}::uuid[],
                ${texts.map(({ body }) => body)}::text[], ${facts}::text[]) n(user_id, task_id, body, facts)
    join tasks t on t.id = n.task_id join users u on u.id = n.user_id`;
  const mails = await tx.$queryRaw<QueuedMail[]>`
    ${insertMails(written, { causeId: cause?.id, at })} returning id, recipient_id as "recipientId"`;
  await tx.$executeRaw`select ${wakeJob('send-mails')}`;
  return mails;
}

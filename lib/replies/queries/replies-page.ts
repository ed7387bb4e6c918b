import { entryText, LONGEST_SHOWN } from '#lib/journal/entry-text.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { placeText } from '#lib/platform/keyset.ts';
import { stateShown } from '#lib/task/state-shown.ts';
import { PAGE } from '../filters.ts';
import { type ReplySource, repliesTables, replyConditions } from '../replies-sql.ts';
import type { RepliesPage, Reply } from '../reply.ts';
import { parseReplyPlace } from '../reply-place.ts';
import type { RepliesQuery } from '../schema.ts';

type Row = Omit<Reply, 'at' | 'state' | 'text'> & { at: Date; state: string; text: string };

/** Those that wait come first, the one that has waited longest at the top; then what is answered, the newest first. */
const place = Prisma.sql`r.answered, extract(epoch from r.created_at) * (case when r.answered then -1 else 1 end), r.id`;

function behind(after: string | null): Prisma.Sql {
  const from = parseReplyPlace(after);
  if (!from) return Prisma.sql`true`;
  const { answered, at, id } = from;
  const time = Prisma.sql`extract(epoch from ${at}::timestamptz) * ${answered ? -1 : 1}::int`;
  return Prisma.sql`(${place}) > (${answered}::boolean, ${time}, ${id}::uuid)`;
}

async function replyOf({ at, state, text, ...row }: Row): Promise<Reply> {
  return { ...row, at: at.toISOString(), state: stateShown('case', state), text: await entryText(text, {}) };
}

/** NOT-8 · A page of a queue, from the place where the one before has ended. What the actor may see, the caller has asked. */
export async function repliesPage(
  actor: Actor,
  source: ReplySource,
  { filter, after }: Pick<RepliesQuery, 'filter' | 'after'>,
): Promise<RepliesPage> {
  const rows = await db().$queryRaw<Row[]>`
    with ${repliesTables(actor, source)},
    page as materialized (
      select r.* from replies r where ${replyConditions[filter]} and ${behind(after)} order by ${place} limit ${PAGE + 1}
    )
    select r.id, r.created_at as at, u.name as by, t.number as "caseNumber", t.short_description as "caseTitle", t.state,
      t.active as open, coalesce(a.name, '') as account, left(e.text, ${LONGEST_SHOWN + 1}::int) as text,
      m.id is not null as "byMail", coalesce(m.source <> 'mailbox' and m.verdict <> 'pass', false) as doubtful, r.unread, r.answered
    from page r join journal_entries e using (id) join users u on u.id = e.author_id join tasks t on t.id = r.task_id
    left join accounts a on a.id = t.account_id left join incoming_mails m on m.entry_id = r.id
    order by ${place}`;
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const next = last ? `${last.answered ? 'answered' : 'waiting'}_${placeText(last)}` : null;
  return { rows: await Promise.all(shown.map(replyOf)), next };
}

import { entryText, LONGEST_SHOWN } from '#lib/journal/entry-text.ts';
import { readerOf } from '#lib/journal/queries/comment-reader.ts';
import { mailOfEntry } from '#lib/journal/queries/mail-of-entry.ts';
import { stateShown } from '#lib/kinds/state-shown.ts';
import { customerOfCase } from '#lib/mail-out/customer-of-case.ts';
import { unreachableBecause } from '#lib/mail-out/unreachable-because.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { parsePlace, placeText, type TimePlace } from '#lib/platform/keyset.ts';
import { readSettings, type Settings } from '#lib/settings/settings.ts';
import { PAGE } from '../filters.ts';
import type { RepliesPage, Reply } from '../reply.ts';
import { type AudienceContext, replyAudience } from '../reply-audience.ts';
import type { RepliesQuery } from '../schema.ts';
import { type ReplySource, repliesTables, replyConditions } from './replies-sql.ts';

type Row = Omit<Reply, 'at' | 'state' | 'text' | 'audience'> & {
  at: Date;
  state: string;
  text: string;
  isPlain: boolean;
  waits: boolean;
  around: AudienceContext;
};

/** Waiting replies come first, longest wait on top; then the answered ones, newest first. */
const place = Prisma.sql`not r.waits, extract(epoch from r.created_at) * (case when r.waits then 1 else -1 end), r.id`;

function behind(after: string | null): Prisma.Sql {
  const from = parseReplyPlace(after);
  if (!from) return Prisma.sql`true`;
  const { waits, at, id } = from;
  const time = Prisma.sql`extract(epoch from ${at}::timestamptz) * ${waits ? 1 : -1}::int`;
  return Prisma.sql`(${place}) > (${!waits}::boolean, ${time}, ${id}::uuid)`;
}

/** The context of a reply, from the case `t`, `c` and its account `a`, as JSON: an `AudienceContext`. */
const around = Prisma.sql`json_build_object('kind', 'case', 'accountId', t.account_id, 'contactId', t.contact_id,
  'consumerId', t.consumer_id, 'majorCaseState', c.major_case_state, 'incidentId', c.incident_id, 'account', coalesce(a.name, ''), 'reader', ${readerOf('case')},
  'customer', (select json_build_object('name', u.name, 'reason', ${unreachableBecause}) from users u where u.id = ${customerOfCase}))`;

async function replyOf(actor: Actor, row: Row, settings: Settings): Promise<Reply> {
  const { at, state, text, isPlain, waits: _waits, around: by, ...shown } = row;
  const audience = replyAudience(actor, by, settings);
  const html = await entryText(text, { isPlain });
  return { ...shown, at: at.toISOString(), state: stateShown('case', state), text: html, audience };
}

/** NOT-8 · A page of a queue, after the end of the page before. The caller has checked the actor's access. */
export async function repliesPage(
  actor: Actor,
  source: ReplySource,
  { filter, after, only }: Pick<RepliesQuery, 'filter' | 'after' | 'only'>,
): Promise<RepliesPage> {
  const selection = only ? Prisma.sql`r.id = any(${only}::uuid[])` : Prisma.sql`true`;
  const rows = await db().$queryRaw<Row[]>`
    with ${repliesTables(actor, source)},
    page as materialized (
      select r.* from replies r where ${replyConditions[filter]} and ${behind(after)} and ${selection} order by ${place} limit ${PAGE + 1}
    )
    select r.id, r.created_at as at, u.name as by, t.number as "caseNumber", t.short_description as "caseTitle", t.state,
      r.open, coalesce(a.name, '') as account, left(e.text, ${LONGEST_SHOWN + 1}::int) as text, s.is_plain as "isPlain",
      m.id is not null as "byMail", case when m.is_cut then m.id end as cut, coalesce(m.source <> 'mailbox' and m.verdict <> 'pass', false) as doubtful, r.unread, r.answered, r.waits,
      ${around} as around
    from page r join journal_entries e using (id) join users u on u.id = e.author_id join tasks t on t.id = r.task_id
    join cases c on c.id = r.task_id join causes s on s.id = e.cause_id
    left join accounts a on a.id = t.account_id left join lateral ${mailOfEntry(Prisma.sql`r.id`)} m on true
    order by ${place}`;
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  const next = last ? `${last.waits ? 'waiting' : 'done'}_${placeText(last)}` : null;
  const settings = await readSettings(db());
  return { rows: await Promise.all(shown.map((row) => replyOf(actor, row, settings))), next };
}

/** NOT-8 · A position in a queue as a URL parameter; null if no page has written it. */
function parseReplyPlace(text: string | null): (TimePlace & { waits: boolean }) | null {
  const [, kept, place = ''] = text?.match(/^(done|waiting)_(.*)$/) ?? [];
  const found = parsePlace(place);
  return found && { ...found, waits: kept === 'waiting' };
}

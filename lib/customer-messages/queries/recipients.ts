import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { integer, readSettings } from '#lib/settings/settings.ts';
import { type Language, languageChoices } from '#lib/words/languages.ts';
import type { Recipient, Recipients } from '../recipients.ts';
import { needsConfirmation } from '../rules/run-moves.ts';
import type { NotificationTarget } from '../schema.ts';
import type { NotifySource } from '../source.ts';
import { hiddenFromWatchers } from './may-see.ts';
import { messageTemplates } from './message-templates.ts';
import { readableSource } from './readable-source.ts';
import { NOBODY, type Reach, recipientsSql } from './recipients-sql.ts';
import { selectCases } from './select-cases.ts';
import { hasSameTopic } from './source-sql.ts';

const SHOWN = 50;
/** How many numbers of closed cases the dialog shows. */
const NAMED = 20;

type Row = Omit<Recipient, 'language' | 'toldAt'> & { language: Language; toldAt: Date | null };
type Counts = { people: number; leftOut: number; notifiedRecently: number };

/** NOT-7 · People with a sent or queued email about this since then, from the record or its major case. */
const toldSince = (source: { id: string; kind: NotifySource }, since: Date): Prisma.Sql => Prisma.sql`
  select p.user_id, max(p.told_at) as at
  from notify_people p join notify_runs n on n.id = p.run_id join mails m on m.id = p.mail_id
  where ${hasSameTopic(source, Prisma.sql`n.source_id`)} and p.told_at > ${since}
    and (m.status = 'sent' or (m.status = 'queued' and not m.held))
  group by p.user_id`;

/** NOT-1, NOT-6, NOT-7 · The first people left out, the first recipients, and the total counts. */
function readPeople(reached: Prisma.Sql, told: Prisma.Sql) {
  return db().$queryRaw<(Row & Counts)[]>`
    with ${reached}, told as (${told}),
    counted as (
      select p.id, p.name, coalesce(p.email, '') as address, p.language, p.cases, p.watches, p.reason, told.at as "toldAt",
             row_number() over (partition by reason = '' order by told.at is null, lower(p.name), p.id) as place,
             (count(*) filter (where reason = '') over ())::int as people,
             (count(*) filter (where reason <> '') over ())::int as "leftOut",
             (count(*) filter (where reason = '' and told.at is not null) over ())::int as "notifiedRecently"
      from people p left join told on told.user_id = p.id)
    select * from counted where place <= ${SHOWN} order by reason = '', place`;
}

/** NOT-1 · The first cases without recipients, and the total count. */
function readWithoutPeople(reached: Prisma.Sql, { caseIds }: Reach) {
  return db().$queryRaw<{ id: string; number: string; account: string; count: number }[]>`
    with ${reached}
    select t.id, t.number, coalesce(a.name, '') as account, count(*) over ()::int as count
    from tasks t left join accounts a on a.id = t.account_id
    where t.id = any(${[...caseIds]}::uuid[]) and t.id not in (select case_id from found) order by t.number limit ${SHOWN}`;
}

const languageName = (language: Language) => languageChoices.find(({ value }) => value === language)?.label ?? language;

function recipientOf({ id, name, address, language, cases, watches, reason, toldAt }: Row): Recipient {
  const notifiedAt = toldAt?.toISOString() ?? null;
  return { id, name, address, language: languageName(language), cases, watches, reason, toldAt: notifiedAt };
}

function caseWithoutPeople({ id, number, account }: { id: string; number: string; account: string }): Recipient {
  const name = account ? `${account} (${number})` : number;
  return { id, name, address: '', language: '', cases: 1, watches: false, reason: NOBODY, toldAt: null };
}

/** NOT-1, NOT-2, NOT-7 · Who would receive a message sent now, in a fixed number of statements. */
export async function readRecipients(actor: Person, whom: NotificationTarget): Promise<Recipients> {
  const source = await readableSource(actor, whom);
  const settings = await readSettings(db());
  const cases = await selectCases(db(), actor, source, whom);
  const [open, over] = [cases.filter(({ active }) => active), cases.filter(({ active }) => !active)];
  const quietMinutes = integer(settings, 'notify.quiet_minutes');
  const reach = { caseIds: open.map(({ id }) => id), senderId: actor.id };
  const reached = recipientsSql(reach, await hiddenFromWatchers(db(), reach));
  const rows = await readPeople(reached, toldSince(source, new Date(now().getTime() - quietMinutes * 60_000)));
  const alone = await readWithoutPeople(reached, reach);
  const { people = 0, leftOut = 0, notifiedRecently = 0 } = rows[0] ?? {};
  return {
    cases: open.length,
    over: over.slice(0, NAMED).map(({ number }) => number),
    overCount: over.length,
    people,
    leftOut: leftOut + (alone[0]?.count ?? 0),
    notifiedRecently,
    quietMinutes,
    waits: needsConfirmation(people, integer(settings, 'notify.second_approval_above')),
    shown: [...alone.map(caseWithoutPeople), ...rows.map(recipientOf)].slice(0, SHOWN),
    reachable: rows.flatMap(({ id, name, reason }) => (reason === '' ? [{ id, name }] : [])),
    templates: await messageTemplates(),
  };
}

import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { integer, readSettings } from '#lib/property/settings.ts';
import { type Language, languageChoices } from '#lib/user/languages.ts';
import { pairKey, readablePairs } from '../may-see.ts';
import type { Recipient, Recipients } from '../recipients.ts';
import { recipientsOfCases, unreachableBecause } from '../recipients-sql.ts';
import { startsWaiting } from '../rules/run-moves.ts';
import type { NotifyWhom } from '../schema.ts';
import { messageTemplates } from './message-templates.ts';
import { readableSource } from './readable-source.ts';
import { selectCases } from './select-cases.ts';

const SHOWN = 50;
/** Numbers of cases that are over which the dialog names. */
const NAMED = 20;

type Row = Omit<Recipient, 'language' | 'toldAt'> & {
  language: Language;
  toldAt: Date | null;
  /** Some of the cases that a watcher would be told of. */
  caseIds: string[];
};
type Counts = { people: number; leftOut: number; toldJustNow: number };

/** NOT-1, NOT-6, NOT-7 · Each person once, with what stands against it; and of all of them how many there are. */
function readPeople(ids: string[], { sourceId, senderId, since }: { sourceId: string; senderId: string; since: Date }) {
  return db().$queryRaw<(Row & Counts)[]>`
    with selected as (select unnest(${ids}::uuid[]) as id), reached as (${recipientsOfCases(senderId)}),
    theirs as (
      select r.user_id, count(*)::int as cases, (array_agg(r.case_id))[1:${SHOWN}::int] as case_ids,
             bool_and(r.user_id is distinct from coalesce(t.contact_id, t.consumer_id, a.primary_contact_id)) as watches
      from reached r join tasks t on t.id = r.case_id left join accounts a on a.id = t.account_id group by r.user_id),
    told as (
      select p.user_id, max(p.told_at) as at from notify_people p join notify_runs n on n.id = p.run_id
      where n.source_id = ${sourceId}::uuid and p.told_at > ${since} group by p.user_id),
    people as (
      select u.id, u.name, coalesce(u.email, '') as address, u.language, theirs.cases, theirs.case_ids as "caseIds",
             theirs.watches, ${unreachableBecause} as reason, told.at as "toldAt"
      from theirs join users u on u.id = theirs.user_id left join told on told.user_id = u.id)
    select p.*, (count(*) filter (where reason = '') over ())::int as people,
           (count(*) filter (where reason <> '') over ())::int as "leftOut",
           (count(*) filter (where reason = '' and "toldAt" is not null) over ())::int as "toldJustNow"
    from people p order by reason = '', "toldAt" is null, lower(name), id limit ${SHOWN}`;
}

/** ACC-6 · A watcher who may see none of the cases by now is left out when the mails are written, and here too. */
async function withHidden(rows: readonly Row[]): Promise<Row[]> {
  const pairs = rows.flatMap(({ id, watches, caseIds }) =>
    watches ? caseIds.map((caseId) => ({ userId: id, caseId })) : [],
  );
  const readable = await readablePairs(db(), pairs);
  return rows.map((row) => {
    const sees = !row.watches || row.caseIds.some((caseId) => readable.has(pairKey({ userId: row.id, caseId })));
    return sees || row.reason ? row : { ...row, reason: 'may not see the case' };
  });
}

const languageName = (language: Language) => languageChoices.find(({ value }) => value === language)?.label ?? language;

function recipientOf({ id, name, address, language, cases, watches, reason, toldAt }: Row): Recipient {
  const told = toldAt?.toISOString() ?? null;
  return { id, name, address, language: languageName(language), cases, watches, reason, toldAt: told };
}

/** NOT-1, NOT-2, NOT-7 · To whom a message would go if it were sent now, in a fixed number of statements. */
export async function readRecipients(actor: Actor & { id: string }, whom: NotifyWhom): Promise<Recipients> {
  const source = await readableSource(actor, whom);
  const settings = await readSettings(db());
  const cases = await selectCases(db(), actor, source, whom);
  const [open, over] = [cases.filter(({ active }) => active), cases.filter(({ active }) => !active)];
  const quietMinutes = integer(settings, 'notify.quiet_minutes');
  const about = { sourceId: source.id, senderId: actor.id, since: new Date(now().getTime() - quietMinutes * 60_000) };
  const rows = await readPeople(
    open.map(({ id }) => id),
    about,
  );
  const shown = await withHidden(rows);
  const hidden = shown.filter(({ reason }, at) => reason !== rows[at]?.reason).length;
  const { people = 0, leftOut = 0, toldJustNow = 0 } = rows[0] ?? {};
  return {
    cases: open.length,
    over: over.slice(0, NAMED).map(({ number }) => number),
    overCount: over.length,
    people: people - hidden,
    leftOut: leftOut + hidden,
    toldJustNow,
    quietMinutes,
    waits: startsWaiting(people, integer(settings, 'notify.second_approval_above')),
    shown: shown.map(recipientOf),
    templates: await messageTemplates(),
  };
}

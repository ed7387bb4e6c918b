import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { ConcurrentChange } from '#lib/platform/transaction.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import type { JournalInput } from '#lib/record/definition.ts';
import { speakerOf } from '#lib/record/event.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { SingleLinkName } from '#lib/record/link.ts';
import { isLinked, recordOfCase } from '#lib/record/link-sql.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lockRecord, lockWhole } from '#lib/write/lock.ts';
import { isActive } from './plan.ts';
import type { SyncRule } from './rule.ts';
import { syncRules } from './rules.ts';

/** A link that copies a case's comment to the record; `on`: the record copies it on to its other cases. */
type Copied = { link: SingleLinkName; on: boolean };

const reachesCases = ({ targets }: SyncRule) => targets.some(({ to }) => to === 'cases');

/** Where the active rules copy this actor's entries in a case. */
function copiedTo(actor: Actor, settings: Settings): Copied[] {
  const { is } = speakerOf(actor);
  const active = syncRules.filter((rule) => isActive(rule, settings));
  const copying = active.filter(
    ({ on, by, sources }) => on === 'commented' && sources.includes('case') && (!by || by.includes(is)),
  );
  return copying.flatMap(({ targets, triggers = [] }) => {
    const on = active.some((rule) => triggers.includes(rule.id) && reachesCases(rule));
    return targets.flatMap((target) => (target.to === 'record' ? [{ link: target.link, on }] : []));
  });
}

type Related = Copied & { id: string };

/** Ids of the records in these links of the case or else its major case; none if the actor cannot reach the case (REL-16). */
async function relatedOf(
  { tx, actor }: CommandContext,
  caseNumber: string,
  links: readonly Copied[],
): Promise<Related[]> {
  const records = links.map(
    ({ link, on }) => Prisma.sql`select ${link} as link, ${on}::boolean as on, ${recordOfCase(link)} as id`,
  );
  return tx.$queryRaw<Related[]>`
    select r.link, r.on, r.id from tasks t join cases c using (id)
    cross join lateral (${Prisma.join(records, ' union all ')}) r
    where t.number = ${caseNumber} and r.id is not null and (${readableOf('case', actor)}) order by r.id`;
}

/**
 * Locks what a case's entries are copied to: the record first, then, if it copies them on, all its cases, major ones first, by
 * id (SYNC-000). Returns the records, to check the case's links once the case itself is locked.
 */
async function lockCopiedTo(context: CommandContext, number: string, links: readonly Copied[]): Promise<Related[]> {
  const related = await relatedOf(context, number, links);
  for (const { id } of related)
    await context.tx.$queryRaw`select id from tasks where id = ${id}::uuid for no key update`;
  const siblings = related.flatMap(({ link, on, id }) =>
    on ? [Prisma.sql`select c.id from cases c where ${isLinked(link, Prisma.sql`${id}::uuid`)}`] : [],
  );
  if (siblings.length > 0)
    await context.tx.$queryRaw`
      select count(*) from (
        select t.id from tasks t left join cases c using (id)
        where t.id in (${Prisma.join(siblings, ' union ')}) or t.number = ${number}
        order by coalesce(c.major_case_state = 'accepted', false) desc, t.id for no key update of t
      ) locked`;
  return related;
}

/**
 * SYNC-000 · Locks a record for an update. Before it, locks what the current settings may write because of it: the whole before
 * its part, and what a case's comment is copied to. Cases that receive updates are locked when written.
 */
export async function lockForUpdate<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  number: string,
  { comment }: JournalInput = {},
): Promise<RecordOf<K>> {
  await lockWhole(context, kind, number);
  const links = kind === 'case' && !isBlank(comment) ? copiedTo(context.actor, context.settings) : [];
  if (links.length === 0 || context.preview) return lockRecord(context, kind, number);
  const related = await lockCopiedTo(context, number, links);
  const record = await lockRecord(context, kind, number);
  const again = await relatedOf(context, number, links);
  if (JSON.stringify(again) !== JSON.stringify(related)) throw new ConcurrentChange();
  return record;
}

import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { ChangedMeanwhile } from '#lib/platform/transaction.ts';
import type { Settings } from '#lib/property/settings.ts';
import type { SingleLinkName } from '#lib/related/link.ts';
import { isLinked, recordOfCase } from '#lib/related/link-sql.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { JournalInput } from '#lib/task/definition.ts';
import { speakerOf } from '#lib/task/event.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import { lockRecord, lockWhole } from '#lib/task/lock.ts';
import type { RecordOf } from '#lib/task/record.ts';
import { isActive } from './plan.ts';
import { syncRules } from './rules.ts';

/** A link along which a comment of a case is copied; `on`: from there it goes on to the other cases of the record. */
type Copied = { link: SingleLinkName; on: boolean };

/** Where the active rules copy what this actor says in a case. */
function copiedTo(actor: Actor, settings: Settings): Copied[] {
  const { is } = speakerOf(actor);
  const active = syncRules.filter((rule) => isActive(rule, settings));
  return active
    .filter(({ on, by, sources }) => on === 'commented' && sources.includes('case') && (!by || by.includes(is)))
    .flatMap(({ targets, triggers = [] }) =>
      targets.flatMap((target) =>
        target.to === 'record'
          ? [
              {
                link: target.link,
                on: active.some(
                  ({ id, targets: to }) => triggers.includes(id) && to.some((each) => each.to === 'cases'),
                ),
              },
            ]
          : [],
      ),
    );
}

type Related = Copied & { id: string };

/** The records that the case has in these links, or else its major case, by id. */
async function relatedOf({ tx }: CommandContext, caseNumber: string, links: readonly Copied[]): Promise<Related[]> {
  const records = links.map(
    ({ link, on }) => Prisma.sql`select ${link} as link, ${on}::boolean as on, ${recordOfCase(link)} as id`,
  );
  return tx.$queryRaw<Related[]>`
    select r.link, r.on, r.id from tasks t join cases c using (id)
    cross join lateral (${Prisma.join(records, ' union all ')}) r
    where t.number = ${caseNumber} and r.id is not null order by r.id`;
}

/**
 * Locks a case into which somebody speaks whose words rules copy: the record first, then, where they go on from there, all
 * its cases by id, and the links are read once more (SYNC-000).
 */
async function lockCaseToSpeak(context: CommandContext, number: string, links: readonly Copied[]) {
  const related = await relatedOf(context, number, links);
  for (const { id } of related)
    await context.tx.$queryRaw`select id from tasks where id = ${id}::uuid for no key update`;
  const siblings = related.flatMap(({ link, on, id }) =>
    on ? [Prisma.sql`select c.id from cases c where ${isLinked(link, Prisma.sql`${id}::uuid`)}`] : [],
  );
  if (siblings.length > 0)
    await context.tx.$queryRaw`
      select count(*) from (
        select t.id from tasks t where t.id in (${Prisma.join(siblings, ' union ')}) or t.number = ${number}
        order by t.id for no key update
      ) locked`;
  const theCase = await lockRecord(context, 'case', number);
  const again = await relatedOf(context, number, links);
  if (JSON.stringify(again) !== JSON.stringify(related)) throw new ChangedMeanwhile();
  return theCase;
}

/**
 * SYNC-000 · Locks what an update of a record may write under the settings of this moment, and nothing else: the whole
 * before its part, the record that a comment is copied to before the case, and the record itself.
 */
export async function lockForUpdate<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  number: string,
  { comment }: JournalInput = {},
): Promise<RecordOf<K>> {
  await lockWhole(context, kind, number);
  const links = kind === 'case' && comment?.trim() ? copiedTo(context.actor, context.settings) : [];
  if (links.length > 0) await lockCaseToSpeak(context, number, links);
  return lockRecord(context, kind, number);
}

import { Prisma } from '#lib/platform/db.ts';
import { isSingle } from '#lib/record/link.ts';
import { hasRecord } from '#lib/record/link-sql.ts';
import type { Target } from '#lib/record/target.ts';
import { changesRecords, type Effect } from './plan.ts';

/** Records leave these targets, or come to them, under a lock of their own: an incident's problem, a case's major case. */
const leftFreely: ReadonlySet<Target['to']> = new Set([
  'incidents of the problem',
  'children of its major case',
  'proactive cases',
]);

/** SYNC-MAJ-3 · The links by which a major case may have the source too, so that its children are in the target or not. */
function linksShared(target: Target) {
  if (target.to === 'children that share it') return target.links;
  return target.to === 'cases' && !target.withChildren ? target.links.filter(isSingle) : [];
}

/** What is true while an accepted major case has the source of an effect, so that its children are reached through it. */
export function majorCaseHasSource(effects: readonly Effect[]): Prisma.Sql {
  const had = effects.flatMap(({ target, sourceId }) => {
    const shared = linksShared(target);
    return shared.length > 0 ? [hasRecord(shared, Prisma.sql`${sourceId}::uuid`)] : [];
  });
  if (had.length === 0) return Prisma.sql`false`;
  return Prisma.sql`exists (select from cases c where c.major_case_state = 'accepted' and (${Prisma.join(had, ' or ')}))`;
}

/**
 * SYNC-000 · The notes that one statement may lock and write unless `majorCaseHasSource`, without a second look at who is
 * reached: nothing leaves their target while its source is locked, and it is one target. What ties a case to a record is
 * written under the record's lock, but not whether the case is the child of a major case that has the same record. null:
 * these effects need that look.
 */
export function heldNotes(effects: readonly Effect[]): readonly Effect[] | null {
  if (effects.some((effect) => changesRecords(effect) || leftFreely.has(effect.target.to))) return null;
  const reaching = effects.filter(({ target }) => target.to !== 'children that share it');
  return new Set(reaching.map(({ target }) => JSON.stringify(target))).size === 1 ? reaching : null;
}

import { Prisma } from '#lib/platform/db.ts';
import { isSingle } from '#lib/record/link.ts';
import { hasRecord } from '#lib/record/link-sql.ts';
import type { Target } from '#lib/record/target.ts';
import { changesRecords, type Effect } from './plan.ts';

/** Targets that records enter or leave without the source's lock: an incident's problem, a case's major case. */
const leftWithoutLock: ReadonlySet<Target['to']> = new Set([
  'incidents of the problem',
  'children of its major case',
  'proactive cases',
]);

/** SYNC-MAJ-3 · Links through which a major case may share the source, which decides whether its children are in the target. */
function linksShared(target: Target) {
  if (target.to === 'children that share it') return target.links;
  return target.to === 'cases' && !target.withChildren ? target.links.filter(isSingle) : [];
}

/** SQL condition: an accepted major case has the source of an effect, so its children are reached through it. */
export function majorCaseHasSource(effects: readonly Effect[]): Prisma.Sql {
  const had = effects.flatMap(({ target, sourceId }) => {
    const shared = linksShared(target);
    return shared.length > 0 ? [hasRecord(shared, Prisma.sql`${sourceId}::uuid`)] : [];
  });
  if (had.length === 0) return Prisma.sql`false`;
  return Prisma.sql`exists (select from cases c where c.major_case_state = 'accepted' and (${Prisma.join(had, ' or ')}))`;
}

/**
 * SYNC-000 · Notes that one statement can lock and write, unless `majorCaseHasSource`, without checking the targets again:
 * there is one target, and no record leaves it while the source is locked. Case links are written under the record's lock, but
 * whether the case is a child of a major case with the same record is not. null: check again.
 */
export function notesWithStableTargets(effects: readonly Effect[]): readonly Effect[] | null {
  if (effects.some((effect) => changesRecords(effect) || leftWithoutLock.has(effect.target.to))) return null;
  const reaching = effects.filter(({ target }) => target.to !== 'children that share it');
  return new Set(reaching.map(({ target }) => JSON.stringify(target))).size === 1 ? reaching : null;
}

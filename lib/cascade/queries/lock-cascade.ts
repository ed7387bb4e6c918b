import type { Case } from '#lib/kinds/case/definition.ts';
import { Prisma } from '#lib/platform/db.ts';
import { columnsOf } from '#lib/record/kind-table.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { CASCADE_RULE, changedSince, isInTime, resolvedBy } from '../resolved-by.ts';
import type { CascadeStatus, ChangedSince } from '../rules/undo.ts';

/** How a cascade of a locked incident stands; null: it has none of this cause. */
export async function standingOf(
  { tx, actor }: CommandContext,
  incidentId: string,
  causeId: string,
): Promise<CascadeStatus | null> {
  const [standing] = await tx.$queryRaw<CascadeStatus[]>`
    select k.actor_id is not distinct from ${actor.id}::uuid as "isOwn", ${isInTime} as "isInTime",
      exists (select from cascade_undos u where u.cause_id = k.id) as "isUndone"
    from causes k where k.id = ${causeId}::uuid and k.task_id = ${incidentId}::uuid and ${CASCADE_RULE}::text = any(k.rules)`;
  return standing ?? null;
}

/** A case of a cascade, as it is now, the incident that it was resolved with, and what stood in the fields that were set. */
export type OfCascade = {
  theCase: Case;
  changedSince: ChangedSince;
  incident: { id: string; number: string };
  was: Readonly<Record<string, string | null>>;
};

/** SYNC-000 · Locks the cases of a cascade, major ones first, then by their ids, in one statement. */
export async function lockCasesOf({ tx }: CommandContext, causeId: string): Promise<OfCascade[]> {
  const rows = await tx.$queryRaw<(Case & Omit<OfCascade, 'theCase'>)[]>`
    select ${columnsOf('case')}, ${changedSince} as "changedSince", w.was,
      (select json_build_object('id', i.id, 'number', i.number) from tasks i where i.id = w.source) as incident
    from (${resolvedBy(Prisma.sql`${causeId}::uuid`)}) w join tasks t using (id) join cases o using (id)
    order by coalesce(o.major_case_state = 'accepted', false) desc, t.id for no key update of t, o`;
  return rows.map(({ changedSince: since, was, incident, ...theCase }) => ({
    theCase,
    changedSince: since,
    was,
    incident,
  }));
}

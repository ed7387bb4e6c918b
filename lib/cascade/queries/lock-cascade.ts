import type { Case } from '#lib/kinds/case/definition.ts';
import { Prisma } from '#lib/platform/db.ts';
import { columnsOf } from '#lib/record/kind-table.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { CASCADE_RULE, changedSince, isInTime, resolvedBy } from '../resolved-by.ts';
import type { CascadeStatus, ChangedSince } from '../rules/undo.ts';

/** The status of a locked incident's cascade; null if the cause is not one of its cascades. */
export async function cascadeStatusOf(
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

/** A case of a cascade in its current state, the incident that resolved it, and the former values of the changed fields. */
export type CascadeCase = {
  theCase: Case;
  changedSince: ChangedSince;
  incident: { id: string; number: string };
  was: Readonly<Record<string, string | null>>;
};

/** SYNC-000 · Locks the cases of a cascade in one statement, major cases first, then by id. */
export async function lockCasesOf({ tx }: CommandContext, causeId: string): Promise<CascadeCase[]> {
  const rows = await tx.$queryRaw<(Case & Omit<CascadeCase, 'theCase'>)[]>`
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

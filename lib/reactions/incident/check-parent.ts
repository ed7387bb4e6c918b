import { mayBeParent } from '#lib/kinds/incident/rules/may-be-parent.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/**
 * INC-7 · Refuses a newly set parent that has ended, or that is below the incident. Concurrent changes of parents are
 * serialized, as neither would see the other's write. A trigger of the table refuses circles too.
 */
export async function checkParent(
  { tx, preview }: CommandContext,
  before: TaskRecord | null,
  after: TaskRecord,
): Promise<void> {
  if (after.kind !== 'incident' || after.parentId === null) return;
  if (before?.kind === 'incident' && after.parentId === before.parentId) return;
  enforce(mayBeParent(await tx.task.findUniqueOrThrow({ where: { id: after.parentId } })));
  if (!preview) await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('incidents.parent_id'))`;
  const [circle] = await tx.$queryRaw<{ path: string }[]>`
    with recursive above as (
      select ${after.parentId}::uuid as id, array[${after.id}::uuid, ${after.parentId}::uuid] as ids
      union all
      select i.parent_id, a.ids || i.parent_id from above a join incidents i on i.id = a.id
      where a.id <> ${after.id}::uuid and i.parent_id is not null
    )
    select (select string_agg(t.number, ' > ' order by p.n) from unnest(a.ids) with ordinality as p(id, n)
      join tasks t using (id)) as path
    from above a where a.id = ${after.id}::uuid`;
  if (circle) throw new Refusal('INC-7', `This would close a circle: ${circle.path}.`, { field: 'parentId' });
}

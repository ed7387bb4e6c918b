import { createTask } from '#lib/engine/commands/create-task.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { db } from '#lib/platform/db.ts';
import { wideOutage } from '#lib/testing/wide-outage.ts';
import type { aPerson } from './populate.ts';
import { writeCases } from './populate.ts';

/** A major case with an incident and `children` children, each of its own account with a contact who has an email address. */
export async function aWideFamily(
  mia: Awaited<ReturnType<typeof aPerson>>,
  children: number,
): Promise<{ id: string; number: string; incident: string }> {
  await wideOutage(children);
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
  const { id, number } = await openMajorCase(mia, { as: 'major case', values });
  const incident = await createTask(mia, { kind: 'incident', values: { shortDescription: 'Payments fail' } });
  await writeCases(children, { incidentId: incident.id });
  await db().$executeRaw`
    with child as (select id, row_number() over (order by id) as place from cases where incident_id = ${incident.id}::uuid),
    person as (select id, account_id, row_number() over (order by id) as place from contacts)
    update tasks t set account_id = p.account_id, contact_id = p.id from child join person p using (place) where t.id = child.id`;
  await db().$executeRaw`
    update cases set parent_id = ${id}::uuid, incident_id = null where incident_id = ${incident.id}::uuid`;
  await db().case.update({ where: { id }, data: { incidentId: incident.id } });
  return { id, number, incident: incident.number };
}

import { Prisma } from '#lib/platform/db.ts';
import { isOn, type Settings } from '#lib/property/settings.ts';

/** How customers read who of the staff, or the product itself, has written something. */
const SUPPORT = 'Support';

/** POR-3 · The name of the user `u` for customers: customers by their names, staff only where the property says so. */
export function shownName(settings: Settings): Prisma.Sql {
  const namesStaff = isOn(settings, 'portal.show_agent_names');
  return Prisma.sql`coalesce(case when u.audience = 'external' or ${namesStaff}::boolean then u.name end, ${SUPPORT}::text)`;
}

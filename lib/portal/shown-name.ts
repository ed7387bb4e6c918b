import { Prisma } from '#lib/platform/db.ts';
import { isOn, type Settings } from '#lib/settings/settings.ts';

/**
 * POR-3 · The name of the user `u` for customers: customers by their names, staff only where the property says so; null for
 * the others and for the product itself, whom pages call Support in the reader's language.
 */
export function shownName(settings: Settings): Prisma.Sql {
  const namesStaff = isOn(settings, 'portal.show_agent_names');
  return Prisma.sql`case when u.audience = 'external' or ${namesStaff}::boolean then u.name end`;
}

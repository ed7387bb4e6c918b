import { Prisma } from '#lib/platform/db.ts';
import { isOn, type Settings } from '#lib/settings/settings.ts';

/**
 * POR-3 · The name of the user `u` as customers see it: customers by name, staff only if the property allows it. Null
 * otherwise and for the product itself, which pages call Support in the reader's language.
 */
export function shownName(settings: Settings): Prisma.Sql {
  const namesStaff = isOn(settings, 'portal.show_agent_names');
  return Prisma.sql`case when u.audience = 'external' or ${namesStaff}::boolean then u.name end`;
}

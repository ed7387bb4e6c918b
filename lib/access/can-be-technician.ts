import { Prisma } from '#lib/platform/db.ts';

/** WO-10 · The user `u` can be a technician: active staff whose roles let them work on the tasks of work orders. */
export const canBeTechnicianSql = Prisma.sql`(u.active and u.kind = 'internal' and exists (select from user_roles held
  where held.user_id = u.id and held.role = 'wm_agent'))`;

/** WO-15 · The user `u` is a dispatcher. */
export const dispatchesSql = Prisma.sql`exists (select from user_roles held
  where held.user_id = u.id and held.role in ('wm_dispatcher', 'wm_admin'))`;

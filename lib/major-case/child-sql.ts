import { Prisma } from '#lib/platform/db.ts';

/** MAJ-4 · The case `c` is a child of a major case that is still open. */
export const isChildOfOpenMajor = Prisma.sql`exists (select from cases major join tasks open on open.id = major.id
  where major.id = c.parent_id and major.major_case_state = 'accepted' and open.active)`;

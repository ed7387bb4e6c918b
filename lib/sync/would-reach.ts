import { Prisma } from '#lib/platform/db.ts';
import { columnOf, hasRecord, majorCaseHasLink, sharedWithMajor } from '#lib/record/link-sql.ts';
import type { Target } from '#lib/record/target.ts';
import type { Outcome } from '#lib/write/outcomes.ts';

const because = (outcome: Outcome) => Prisma.sql`${outcome}::text`;

/** Records `c`, tasks `t`, that a target includes, and the outcome that excludes them from the effect. */
type Reach = { from: Prisma.Sql; which: Prisma.Sql; outcome: Prisma.Sql };

const cases = Prisma.sql`cases c join tasks t using (id)`;
const incidents = Prisma.sql`incidents c join tasks t using (id)`;

/** The case `c` is a child of an open accepted major case `major` for which this holds. */
const childOfMajor = (condition: Prisma.Sql) => Prisma.sql`exists (select from cases major join tasks own using (id)
  where major.id = c.parent_id and major.major_case_state = 'accepted' and own.active and ${condition})`;

/**
 * SYNC-5, SYNC-6 · What a target would reach from a source without exclusions, and what excludes some of it; null: the target
 * is a single record that is written whatever its state.
 */
export function wouldReach(target: Target, source: Prisma.Sql): Reach | null {
  const over = Prisma.sql`when not t.active then ${because('closed')}`;
  const resolved = Prisma.sql`when t.state = 'resolved' then ${because('resolved')}`;
  const follows = because('follows_major_case');
  switch (target.to) {
    case 'cases': {
      const through = target.withChildren
        ? Prisma.empty
        : Prisma.sql`when ${majorCaseHasLink(target.links, source)} then ${follows}`;
      return { from: cases, which: hasRecord(target.links, source), outcome: Prisma.sql`case ${over} ${through} end` };
    }
    case 'proactive cases':
      return {
        from: cases,
        which: Prisma.sql`c.incident_id = ${source} and c.proactive`,
        outcome: Prisma.sql`case ${over} ${resolved} when c.parent_id is not null then ${follows}
          when c.major_case_state = 'accepted' then ${because('major_case')} end`,
      };
    case 'child cases':
      return {
        from: cases,
        which: Prisma.sql`c.parent_id = ${source}`,
        outcome: Prisma.sql`case ${over} ${resolved} end`,
      };
    case 'major case':
      return {
        from: cases,
        which: Prisma.sql`c.major_case_state = 'accepted' and ${hasRecord(target.links, source)}`,
        outcome: Prisma.sql`case ${over} end`,
      };
    case 'children of its major case': {
      const column = columnOf(target.link);
      return {
        from: cases,
        which: childOfMajor(Prisma.sql`major.${column} = ${source}`),
        outcome: Prisma.sql`case ${over} ${resolved}
          when coalesce(c.${column}, ${source}) <> ${source} then ${because('other_record')} end`,
      };
    }
    case 'children that share it':
      return {
        from: cases,
        which: childOfMajor(sharedWithMajor(target.links, source)),
        outcome: Prisma.sql`case ${over} ${resolved} end`,
      };
    case 'incidents of the problem':
      return { from: incidents, which: Prisma.sql`c.problem_id = ${source}`, outcome: Prisma.sql`case ${over} end` };
    case 'record':
    case 'its case':
    case 'itself':
      return null;
  }
}

import { Prisma } from '#lib/platform/db.ts';
import { hasRecord, majorHasIt } from '#lib/record/link-sql.ts';
import type { Target } from '#lib/record/target.ts';
import type { Outcome } from '#lib/write/outcomes.ts';

const because = (outcome: Outcome) => Prisma.sql`${outcome}::text`;

/**
 * SYNC-5, SYNC-6 · Cases `c`, tasks `t`, that a target would reach from a source without exclusions, and the outcome that
 * excludes them; null: the target includes more than cases.
 */
export function wouldReach(target: Target, source: Prisma.Sql): { which: Prisma.Sql; outcome: Prisma.Sql } | null {
  const over = Prisma.sql`when not t.active then ${because('closed')}`;
  const resolved = Prisma.sql`when t.state = 'resolved' then ${because('resolved')}`;
  const follows = because('follows_major_case');
  switch (target.to) {
    case 'cases': {
      const through = target.withChildren
        ? Prisma.empty
        : Prisma.sql`when ${majorHasIt(target.links, source)} then ${follows}`;
      return { which: hasRecord(target.links, source), outcome: Prisma.sql`case ${over} ${through} end` };
    }
    case 'proactive cases':
      return {
        which: Prisma.sql`c.incident_id = ${source} and c.proactive`,
        outcome: Prisma.sql`case ${over} ${resolved} when c.parent_id is not null then ${follows}
          when c.major_case_state = 'accepted' then ${because('major_case')} end`,
      };
    case 'child cases':
      return { which: Prisma.sql`c.parent_id = ${source}`, outcome: Prisma.sql`case ${over} ${resolved} end` };
    case 'record':
    case 'its case':
    case 'itself':
    case 'incidents of the problem':
    case 'major case':
    case 'children of its major case':
    case 'children that share it':
      return null;
  }
}

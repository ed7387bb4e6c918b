import { readableTasks } from '#lib/access/readable.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';
import { type Reach, recipientsOfCases } from './recipients-sql.ts';

/** A person and another customer's case that they watch. */
export type Watched = { userId: string; caseId: string };

/** Each person's access adds its own condition, so the statement is split. */
const PEOPLE_PER_STATEMENT = 50;

export const pairKey = ({ userId, caseId }: Watched) => `${userId} ${caseId}`;

/** ACC-6 · Of people watching cases of others, the pairs in which the person may not see the case now. */
export async function hiddenPairs(tx: Db, pairs: readonly Watched[]): Promise<Watched[]> {
  const byPerson = Map.groupBy(pairs, ({ userId }) => userId);
  const ids = [...byPerson.keys()];
  const readable = new Set<string>();
  for (let from = 0; from < ids.length; from += PEOPLE_PER_STATEMENT) {
    const actors = await actorsOfUsers(tx, ids.slice(from, from + PEOPLE_PER_STATEMENT));
    const seen = actors.map((actor) => {
      const caseIds = (byPerson.get(actor.id) ?? []).map(({ caseId }) => caseId);
      return Prisma.sql`select ${actor.id}::uuid as "userId", t.id as "caseId" from tasks t
        where t.id = any(${caseIds}::uuid[]) and (${readableTasks(actor)})`;
    });
    if (seen.length === 0) continue;
    const rows = await tx.$queryRaw<Watched[]>`${Prisma.join(seen, ' union all ')}`;
    for (const row of rows) readable.add(pairKey(row));
  }
  return pairs.filter((pair) => !readable.has(pairKey(pair)));
}

/** ACC-6 · Watchers may have lost access to a case: the person and case pairs of a message that are hidden. */
export async function hiddenFromWatchers(tx: Db, reach: Reach): Promise<Watched[]> {
  const watched = await tx.$queryRaw<Watched[]>`
    select user_id as "userId", case_id as "caseId" from (${recipientsOfCases(reach)}) r where watches`;
  return hiddenPairs(tx, watched);
}

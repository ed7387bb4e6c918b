import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { links, type SingleLinkName } from '#lib/record/link.ts';
import { columnOf, hasRecord, majorCaseHasLink, recordOfCase, sharedWithMajor } from '#lib/record/link-sql.ts';
import type { Target } from '#lib/record/target.ts';

/** Kind of the records in a target. */
export function kindOfTarget(target: Target): TaskKind {
  if (target.to === 'record' || target.to === 'itself') return links[target.link].kind;
  return target.to === 'incidents of the problem' ? 'incident' : 'case';
}

/** The oldest open major case that has the record in this field. */
export function majorCaseHaving(link: SingleLinkName, record: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select c.id from cases c join tasks own using (id)
    where c.${columnOf(link)} = ${record} and c.major_case_state = 'accepted' and own.active order by c.id limit 1)`;
}

/** Records `r(id)` of a target, joined to the sources `s(id)`. Open records are filtered once for all targets. */
function joined(target: Target): Prisma.Sql {
  const source = Prisma.sql`s.id`;
  switch (target.to) {
    case 'cases':
      return Prisma.sql`join lateral (
        select c.id, coalesce(c.major_case_state = 'accepted', false) as leads from cases c
        where ${hasRecord(target.links, source)} ${target.withChildren ? Prisma.empty : Prisma.sql`and not ${majorCaseHasLink(target.links, source)}`}
      ) r on true`;
    case 'its case':
      return Prisma.sql`join lateral (select c.id from cases c where ${hasRecord([target.link], source)}) r on true`;
    case 'record':
      return Prisma.sql`join lateral (
        select ${recordOfCase(target.link)} as id from cases c where c.id = s.id
      ) r on true`;
    case 'incidents of the problem':
      return Prisma.sql`join incidents r on r.problem_id = s.id`;
    case 'proactive cases':
      return Prisma.sql`join lateral (
        select c.id from cases c where c.incident_id = s.id and c.proactive
          and c.parent_id is null and c.major_case_state is distinct from 'accepted'
      ) r on true`;
    case 'child cases':
      return Prisma.sql`join cases r on r.parent_id = s.id`;
    case 'major case':
      return Prisma.sql`join lateral (
        select c.id from cases c where c.major_case_state = 'accepted' and ${hasRecord(target.links, source)}
      ) r on true`;
    case 'children of its major case':
      return Prisma.sql`join lateral (
        select c.id from cases major join tasks own using (id) join cases c on c.parent_id = major.id
        where major.${columnOf(target.link)} = s.id and major.major_case_state = 'accepted' and own.active
          and coalesce(c.${columnOf(target.link)}, s.id) = s.id
      ) r on true`;
    case 'children that share it':
      return Prisma.sql`join lateral (
        select c.id from cases c join cases major on major.id = c.parent_id join tasks own on own.id = major.id
        where own.active and ${sharedWithMajor(target.links, source)}
      ) r on true`;
    case 'itself':
      return Prisma.sql`join lateral (
        select s.id where ${majorCaseHaving(target.link, source)} is not null
      ) r on true`;
  }
}

/** Targets that leave resolved records alone. This is checked under the lock, as is whether they are open. */
const onlyUnresolved: ReadonlySet<Target['to']> = new Set([
  'child cases',
  'proactive cases',
  'children of its major case',
  'children that share it',
]);

/** SYNC-000 · Major cases are locked before all other cases. */
function leads({ to }: Target): Prisma.Sql {
  return to === 'cases' ? Prisma.sql`r.leads` : Prisma.sql`${to === 'major case'}::boolean`;
}

/** A target and the record that affects it. */
export type DirectedTarget = { target: Target; sourceId: string };

/** Sources `s(id, n)` of one target. A single source is a constant, for a better row estimate. */
function sourcesOf(all: readonly { sourceId: string; n: number }[]): Prisma.Sql {
  const [first, ...others] = all;
  if (first && others.length === 0) return Prisma.sql`(select ${first.sourceId}::uuid as id, ${first.n}::int as n) s`;
  return Prisma.sql`unnest(${all.map(({ sourceId }) => sourceId)}::uuid[], ${all.map(({ n }) => n)}::int[]) s(id, n)`;
}

/** Limits: `only` these records, none if `unless` is true, and whether to lock. */
type Limits = { rootId: string; only?: readonly string[] | undefined; unless?: Prisma.Sql | undefined; lock?: boolean };

/**
 * Query for the open records that are reached: `id` and `n`, the index of what reaches each. SYNC-00: excludes the root unless
 * it is the target. With `lock`, records are locked, major cases first, then by id (SYNC-000).
 */
export function affectedSql(
  all: readonly DirectedTarget[],
  { rootId, only, unless, lock = false }: Limits,
): Prisma.Sql {
  const byTarget = Map.groupBy(
    all.map(({ target, sourceId }, n) => ({ target, sourceId, n })),
    ({ target }) => JSON.stringify(target),
  );
  const pairs = [...byTarget.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { target } = first;
    return Prisma.sql`
      select r.id, s.n, ${target.to === 'record'}::boolean as though_over, ${target.to === 'itself' || target.to === 'its case'}::boolean as itself,
        ${onlyUnresolved.has(target.to)}::boolean as unresolved, ${leads(target)} as leads
      from ${sourcesOf([first, ...others])} ${joined(target)}`;
  });
  const chosen = only ? Prisma.sql`and t.id = any(${[...only]}::uuid[])` : Prisma.empty;
  return Prisma.sql`
    select t.id, pair.n from (${Prisma.join(pairs, ' union all ')}) pair join tasks t on t.id = pair.id
    where (t.active or pair.though_over) and not (pair.unresolved and t.state = 'resolved')
      and (t.id <> ${rootId}::uuid or pair.itself) ${chosen} ${unless ? Prisma.sql`and not ${unless}` : Prisma.empty}
    order by pair.leads desc, t.id ${lock ? Prisma.sql`for no key update of t` : Prisma.empty}`;
}

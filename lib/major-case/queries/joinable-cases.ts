import { mayLeadMajorCases } from '#lib/access/policy.ts';
import { readableOf, workedOf } from '#lib/access/readable.ts';
import { type Case, caseDefinition } from '#lib/kinds/case/definition.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { columnsOf } from '#lib/record/kind-table.ts';
import { wordsQuery } from '#lib/record/search.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { acceptsChildren } from '../rules/join.ts';
import { majorCasesAreOn } from '../rules/propose.ts';
import type { ChildQuery } from '../schema.ts';

/** A case that could become a child. */
export type JoinableCase = {
  number: string;
  title: string;
  state: StateShown;
  priority: PriorityShown;
  customer: string;
  /** Why the case would be left out, as far as known beforehand; empty: it can be selected. */
  note: string;
};

type Row = {
  number: string;
  title: string;
  state: string;
  priority: number;
  customer: string;
  parent: string | null;
  majorCaseState: string | null;
};

const AT_MOST = 100;

const openStates = Object.entries(caseDefinition.states).flatMap(([state, { phase }]) =>
  phase === 'open' ? [state] : [],
);

/** A case with a similar issue: the same configuration item, or a related record of the major case. */
function isLike(like: ChildQuery['like'], major: Case): Prisma.Sql {
  if (like === '') return Prisma.sql`true`;
  if (like === 'item') return Prisma.sql`t.configuration_item_id = ${major.configurationItemId}::uuid`;
  return Prisma.sql`(c.incident_id = ${major.incidentId}::uuid or c.problem_id = ${major.problemId}::uuid
    or c.change_id = ${major.changeId}::uuid or c.caused_by_change_id = ${major.causedByChangeId}::uuid)`;
}

/** The major case, if the actor sees it and it accepts children now. */
async function majorOf(actor: Actor, number: string): Promise<Case | null> {
  const [major] = await db().$queryRaw<Case[]>`
    select ${columnsOf('case')} from tasks t join cases o using (id)
    where t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)})`;
  return major && acceptsChildren(major).ok ? major : null;
}

const noteOf = ({ parent, majorCaseState }: Row) =>
  parent ? `Belongs to ${parent}` : majorCaseState === 'proposed' ? 'Candidate' : '';

/** MAJ-4 · Open customer cases that the actor works and that are not children of the major case, newest first. */
export async function joinableCases(actor: Actor, query: ChildQuery): Promise<JoinableCase[]> {
  const settings = await readSettings(db());
  if (!mayLeadMajorCases(actor).ok || !majorCasesAreOn(settings).ok) return [];
  const major = await majorOf(actor, query.number);
  if (!major) return [];
  const words = query.q.trim();
  const states = query.state ? [query.state] : openStates;
  const matches = words === '' ? Prisma.sql`true` : Prisma.sql`t.search @@ ${wordsQuery('case', words)}`;
  const rated = query.priority ? Prisma.sql`t.priority = ${Number(query.priority)}` : Prisma.sql`true`;
  const rows = await db().$queryRaw<Row[]>`
    select t.number, t.short_description as title, t.state, t.priority, coalesce(a.name, u.name, '') as customer,
           m.number as parent, c.major_case_state as "majorCaseState"
    from tasks t join cases c using (id) left join accounts a on a.id = t.account_id
    left join users u on u.id = t.consumer_id left join tasks m on m.id = c.parent_id
    where t.kind = 'case' and t.state = any(${states}) and c.parent_id is distinct from ${major.id}::uuid
      and c.major_case_state is distinct from 'accepted'
      and coalesce(t.account_id, t.consumer_id, t.contact_id) is not null
      and ${rated} and ${isLike(query.like, major)} and ${matches} and (${workedOf('case', actor)})
    order by t.opened_at desc, t.id desc limit ${AT_MOST}`;
  return rows.map((row) => {
    const { number, title, state, priority, customer } = row;
    const shown = { state: stateShown('case', state), priority: priorityShown(priority) };
    return { number, title, ...shown, customer, note: noteOf(row) };
  });
}

import { readableOf } from '#lib/access/readable.ts';
import { openStates } from '#lib/kinds/open-states.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import { pathOfList } from '#lib/major-case/lists.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { casesWith, type Figure } from '../figure.ts';

/** An open major case, with its children. */
export type RunningMajor = {
  number: string;
  path: string;
  title: string;
  state: StateShown;
  priority: PriorityShown;
  openedAt: string;
  children: Figure;
  open: Figure;
};

/** The newest major cases, and how many there are in total. */
export type RunningMajors = { all: Figure; rows: RunningMajor[] };

type Row = {
  number: string;
  title: string;
  state: string;
  priority: number;
  openedAt: Date;
  children: number;
  open: number;
  all: number;
};

const SHOWN = 10;

/** DASH-1, MAJ-4 · Open major cases. The filters don't apply: a major case has no customer. */
export async function runningMajors(actor: Actor): Promise<RunningMajors> {
  const open = openStates('case');
  const rows = await db().$queryRaw<Row[]>`
    with running as (
      select t.id, t.number, t.short_description as title, t.state, t.priority, t.opened_at as "openedAt",
             count(*) over ()::int as all
      from cases c join tasks t using (id)
      where c.major_case_state = 'accepted' and t.active and (${readableOf('case', actor)})
      order by t.opened_at desc, t.id desc limit ${SHOWN})
    select r.*, n.children, n.open from running r
    cross join lateral (
      select count(*)::int as children, (count(*) filter (where t.state = any(${open})))::int as open
      from cases c join tasks t using (id) where c.parent_id = r.id and (${readableOf('case', actor)})) n
    order by r."openedAt" desc, r.id desc`;
  return {
    all: { count: rows[0]?.all ?? 0, href: pathOfList('') },
    rows: rows.map(({ number, title, state, priority, openedAt, children, open: openChildren }) => ({
      number,
      path: pathOfNumber(number),
      title,
      state: stateShown('case', state),
      priority: priorityShown(priority),
      openedAt: openedAt.toISOString(),
      children: casesWith(children, { major: [number] }),
      open: casesWith(openChildren, { state: open, major: [number] }),
    })),
  };
}

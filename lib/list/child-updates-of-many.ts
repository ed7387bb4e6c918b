import {
  type ChildUpdates,
  enforceShown,
  noChildren,
  previewChildUpdates,
  shownOf,
} from '#lib/engine/child-updates.ts';
import { dryRun } from '#lib/engine/command.ts';
import type { Shown } from '#lib/platform/confirmation.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { Listed } from './schema.ts';

/** The numbers that are major cases with children. Access is not checked here; the command checks it. */
async function majorCasesAmong(numbers: readonly string[]): Promise<Set<string>> {
  const majors = await db().$queryRaw<{ number: string }[]>`
    select t.number from tasks t join cases c using (id)
    where t.number = any(${[...numbers]}) and c.major_case_state = 'accepted'
      and exists (select from cases child where child.parent_id = c.id)`;
  return new Set(majors.map(({ number }) => number));
}

function sum(one: ChildUpdates, other: ChildUpdates): ChildUpdates {
  const byState = Map.groupBy([...one.states, ...other.states], ({ label }) => label);
  const customers = one.customers + other.customers;
  return {
    updated: one.updated + other.updated,
    ids: [...one.ids, ...other.ids],
    released: one.released + other.released,
    states: [...byState].map(([label, same]) => ({ label, count: same.reduce((all, { count }) => all + count, 0) })),
    leftOpen: one.leftOpen + other.leftOpen,
    commented: one.commented || other.commented,
    emails: one.emails + other.emails,
    toCustomers: one.toCustomers + other.toCustomers,
    customers,
    customer: customers === 1 ? (one.customer ?? other.customer) : null,
  };
}

/**
 * SYNC-MAJ-1 · What each selected major case would do to its child cases. Runs the command and rolls it back. Refused, before
 * the first record is changed, if the total is more than the user confirmed.
 */
export async function childUpdatesByRecord<R extends Pick<Listed, 'number'>>(
  records: readonly R[],
  command: (record: R) => Promise<unknown>,
): Promise<Map<string, Shown>> {
  const majors = await majorCasesAmong(records.map(({ number }) => number));
  const ahead = new Map<string, ChildUpdates>();
  for (const record of records.filter(({ number }) => majors.has(number))) {
    try {
      ahead.set(record.number, await dryRun(() => command(record), previewChildUpdates, noChildren));
    } catch (error) {
      // A refused command updates nothing.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  const all = [...ahead.values()].reduce(sum, noChildren);
  enforceShown(all);
  return new Map([...ahead].map(([number, updates]) => [number, shownOf(updates)]));
}

import { can, mayLeadMajorCases, mayServeCustomer, mayUseWorkspace, seesOnlyCaseStates } from '#lib/access/policy.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import { acceptsChildren } from '#lib/major-case/rules/join.ts';
import { majorCasesAreOn } from '#lib/major-case/rules/propose.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { isAssociable, type LinkName, links, linksTo } from '#lib/record/link.ts';
import { hasRecord } from '#lib/record/link-sql.ts';
import { isIntegrated, type Settings } from '#lib/settings/settings.ts';
import { type LinkUpdates, linkUpdates } from '#lib/sync/link-updates.ts';
import { isPermittedToRelate, recordIsOpen } from '../rules/may-relate.ts';
import { type CaseRow, type CaseShown, caseShown, readCases } from './read-cases.ts';

export type CustomerCase = CaseShown & {
  mayRemove: boolean;
  /** REL-13 · After removal here, the case still has the record in another field. */
  stays: boolean;
};

/** A page of the cases on a record's tab. */
export type CustomerCases = {
  tab: string;
  count: number;
  cases: CustomerCase[];
  next: string | null;
  /** How the cases are linked to the record; null for the children of a major case. */
  tie: CaseLink | null;
  /** MAJ-4 · The cases are children of a major case to which the actor may add children now. */
  mayAddChildren: boolean;
  /** MAJ-5: the actor may see the customers whom the major case affects. */
  leads: boolean;
};

export type CaseLink = {
  link: LinkName;
  mayAdd: boolean;
  /** REL-19 · The updates that the cases receive from the record. */
  updates: LinkUpdates;
};

/** REL-12 · The roles allow the removal, and the case's state does too. */
function mayRemove(actor: Actor, link: LinkName, row: CaseRow): boolean {
  const isWorked = definitions.case.states[row.state]?.phase === 'open' && !row.parentId;
  const isPermitted = isPermittedToRelate(actor, { kind: 'case', ...row }, 'remove', link).ok;
  return isAssociable(link) && row.readable && isWorked && isPermitted;
}

/** REL-3, REL-14 · Whether a record's page has a tab for a link's cases: the link is on, and the actor sees cases. */
export function offersCustomerCases(actor: Actor, link: LinkName, settings: Settings): boolean {
  const sees = mayUseWorkspace(actor) && (seesOnlyCaseStates(actor) || can(actor, 'see', 'case'));
  return sees && isIntegrated(settings, links[link].integration);
}

/**
 * REL-14 · The cases that are linked to a record by a field, by number, 50 a page. Null if the integration is off (REL-3) or
 * the actor sees no cases at all. The caller has checked that the actor may see the record.
 */
export async function customerCases(
  actor: Actor,
  settings: Settings,
  { link, recordId, after }: { link: LinkName; recordId: string; after: string | null },
): Promise<CustomerCases | null> {
  if (!offersCustomerCases(actor, link, settings)) return null;
  const id = Prisma.sql`${recordId}::uuid`;
  const others = linksTo(links[link].kind).filter((other) => other !== link);
  const stays = others.length > 0 ? hasRecord(others, id) : Prisma.sql`false`;
  const select = { kind: true, number: true, state: true } as const;
  const [{ rows, next, count, all }, record] = await Promise.all([
    readCases(actor, { of: hasRecord([link], id), stays, after }),
    db().task.findUniqueOrThrow({ where: { id: recordId }, select }),
  ]);
  const cases = rows.map((row) => ({
    ...caseShown(row),
    mayRemove: mayRemove(actor, link, row),
    stays: row.stays,
  }));
  const isPermitted = isAssociable(link) && can(actor, 'link', record.kind) && can(actor, 'edit', 'case');
  // REL-8: a request belongs to at most one case, even if the actor cannot see that case.
  const isTaken = links[link].many && all !== 0;
  const mayAdd = isPermitted && !isTaken && recordIsOpen(record).ok;
  return {
    tab: links[link].tab,
    count,
    cases,
    next,
    tie: { link, mayAdd, updates: linkUpdates(link, settings) },
    mayAddChildren: false,
    leads: false,
  };
}

/** MAJ-9 · The children of a major case that the actor may see, by number, 50 a page. */
export async function childCases(
  actor: Actor,
  settings: Settings,
  { majorId, after }: { majorId: string; after: string | null },
): Promise<CustomerCases> {
  const of = Prisma.sql`c.parent_id = ${majorId}::uuid`;
  const { rows, next, count } = await readCases(actor, { of, after });
  const leads = mayLeadMajorCases(actor).ok && majorCasesAreOn(settings).ok;
  const mayRemove = (row: CaseRow) =>
    leads &&
    row.readable &&
    definitions.case.states[row.state]?.phase !== 'final' &&
    mayServeCustomer(actor, { kind: 'case', ...row }).ok;
  const cases = rows.map((row) => ({ ...caseShown(row), mayRemove: mayRemove(row), stays: false }));
  const mayAddChildren = leads && acceptsChildren(await loadRecord(db(), 'case', majorId)).ok;
  return { tab: 'Child Cases', count, cases, next, tie: null, mayAddChildren, leads };
}

import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { identifier } from '#lib/record/kind-table.ts';
import { type LinkName, linkNames, links } from '#lib/record/link.ts';
import { recordsOfCase } from '#lib/record/link-sql.ts';
import { pageSettings } from '#lib/settings/page-settings.ts';
import { isIntegrated, property, type Settings } from '#lib/settings/settings.ts';
import { listOfNames } from '#lib/settings/synced-names.ts';
import { type PortalRecord, type RecordOfCase, recordsWhere } from '../shown-records.ts';

/** POR-4, POR-12 · The links of a case whose records external people see now. */
function shownLinks(settings: Settings): LinkName[] {
  const listed = listOfNames(property(settings, 'portal.related_records'));
  return linkNames.filter((name) => {
    const { kind, integration } = links[name];
    return listed.includes(taskKinds[kind].external) && isIntegrated(settings, integration);
  });
}

/** The ids of a case's related records, by link; only links with records. One query, as most cases have none. */
async function idsBehind(actor: Actor, number: string, names: readonly LinkName[]): Promise<[LinkName, string[]][]> {
  if (names.length === 0) return [];
  const ids = names.map((name) => Prisma.sql`${recordsOfCase(name)} as ${identifier(name)}`);
  const [row] = await db().$queryRaw<Partial<Record<LinkName, string[]>>[]>`
    /* prepared */ select ${Prisma.join(ids)} from cases c join tasks t using (id)
    where t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)})`;
  return names.flatMap((name): [LinkName, string[]][] => (row?.[name]?.length ? [[name, row[name]]] : []));
}

/**
 * POR-4, POR-12 · The problems, changes and requests of a case that the actor may read, requests with their items. Empty if
 * there are none, if their kind is not shown, or if the case is missing or hidden.
 */
export async function portalRelated(actor: Actor, number: string): Promise<PortalRecord[]> {
  const settings = await pageSettings();
  const behind = await idsBehind(actor, number, shownLinks(settings));
  const byKind = Map.groupBy(behind, ([name]) => links[name].kind);
  const found = (
    await Promise.all(
      [...byKind].map(([kind, linked]) =>
        recordsWhere(kind, settings, Prisma.sql`t.id = any(${linked.flatMap(([, ids]) => ids)}::uuid[])`),
      ),
    )
  ).flat();
  const idsOf = (kind: 'request' | 'problem') => (byKind.get(kind) ?? []).flatMap(([, ids]) => ids);
  const [items, articles] = await Promise.all([itemsOf(idsOf('request'), settings), articlesOf(idsOf('problem'))]);
  return found.map(({ id, record }) => ({
    ...record,
    items: items.filter(({ wholeId }) => wholeId === id).map((item) => item.record),
    article: articles.get(id) ?? null,
  }));
}

/** Adds the items of each request. */
async function itemsOf(requestIds: readonly string[], settings: Settings): Promise<RecordOfCase[]> {
  if (requestIds.length === 0) return [];
  return recordsWhere('requested_item', settings, Prisma.sql`o.request_id = any(${[...requestIds]}::uuid[])`);
}

/** POR-4 · The known errors of problems that are published for customers. */
async function articlesOf(problemIds: readonly string[]): Promise<Map<string, { number: string; title: string }>> {
  if (problemIds.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; number: string; title: string }[]>`
    /* prepared */ select p.id, a.number, a.title from problems p join articles a on a.id = p.article_id
    where p.id = any(${[...problemIds]}::uuid[]) and a.published_at is not null and a.readers = 'external'`;
  return new Map(rows.map(({ id, ...article }) => [id, article]));
}

/** POR-2 · The requests of the actor's readable cases, with their items, by case number. */
export async function portalRequestsOf(actor: Actor, numbers: readonly string[]): Promise<Map<string, PortalRecord[]>> {
  const settings = await pageSettings();
  const isShown = shownLinks(settings).includes('request');
  const cases =
    !isShown || numbers.length === 0
      ? []
      : await db().$queryRaw<{ id: string; number: string }[]>`
    select t.id, t.number from tasks t
    where t.number = any(${[...numbers]}::text[]) and t.kind = 'case' and (${readableOf('case', actor)})`;
  if (cases.length === 0) return new Map();
  const ids = cases.map(({ id }) => id);
  const found = await recordsWhere('request', settings, Prisma.sql`o.case_id = any(${ids}::uuid[])`, 'caseId');
  const items = await itemsOf(
    found.map(({ id }) => id),
    settings,
  );
  return new Map(
    cases.map(({ id: caseId, number }) => [
      number,
      found
        .filter(({ wholeId }) => wholeId === caseId)
        .map(({ id, record }) => ({
          ...record,
          items: items.filter(({ wholeId }) => wholeId === id).map((item) => item.record),
        })),
    ]),
  );
}

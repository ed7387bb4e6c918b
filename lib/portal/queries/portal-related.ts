import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { isIntegrated, property, readSettings, type Settings } from '#lib/property/settings.ts';
import { listOfNames } from '#lib/property/synced-names.ts';
import { type LinkName, linkNames, links } from '#lib/related/link.ts';
import { isLinked } from '#lib/related/link-sql.ts';
import { type TaskKind, taskKinds } from '#lib/task/kind.ts';
import { type BehindCase, type PortalRecord, recordsWhere } from '../shown-records.ts';

/** POR-4, POR-12 · The links by which a case shows records to external people now. */
function shownLinks(settings: Settings): LinkName[] {
  const listed = listOfNames(property(settings, 'portal.related_records'));
  return linkNames.filter((name) => {
    const { kind, integration } = links[name];
    return listed.includes(taskKinds[kind].external) && isIntegrated(settings, integration);
  });
}

/** The case by its number, where the actor may read it. */
const isThisCase = (actor: Actor, number: string) => Prisma.sql`exists (select from tasks t
  where t.id = c.id and t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)}))`;

/**
 * POR-4, POR-12 · The problems, changes and requests behind a case that the actor may read, requests with their items; empty where
 * there are none, where their kind is not shown, or where the case is missing or out of reach.
 */
export async function portalRelated(actor: Actor, number: string): Promise<PortalRecord[]> {
  const settings = await readSettings(db());
  const names = shownLinks(settings);
  const kinds = [...new Set(names.map((name) => links[name].kind))];
  const found = (
    await Promise.all(kinds.map((kind) => recordsWhere(kind, settings, isBehind(kind, names, actor, number))))
  ).flat();
  const ids = found.map(({ id }) => id);
  const [items, articles] = await Promise.all([itemsOf(ids, settings), articlesOf(ids)]);
  return found.map(({ id, record }) => ({
    ...record,
    items: items.filter(({ wholeId }) => wholeId === id).map((item) => item.record),
    article: articles.get(id) ?? null,
  }));
}

/** The record `t` of a kind stands behind the case by one of the links. */
function isBehind(kind: TaskKind, names: readonly LinkName[], actor: Actor, number: string): Prisma.Sql {
  const linked = names.filter((name) => links[name].kind === kind).map((name) => isLinked(name, Prisma.sql`t.id`));
  return Prisma.sql`exists (select from cases c where (${Prisma.join(linked, ' or ')}) and ${isThisCase(actor, number)})`;
}

/** A request unfolds into its items. */
async function itemsOf(requestIds: readonly string[], settings: Settings): Promise<BehindCase[]> {
  return recordsWhere('requested_item', settings, Prisma.sql`o.request_id = any(${[...requestIds]}::uuid[])`);
}

/** POR-4 · The known errors of problems, where they are published for customers. */
async function articlesOf(problemIds: readonly string[]): Promise<Map<string, { number: string; title: string }>> {
  const rows = await db().$queryRaw<{ id: string; number: string; title: string }[]>`
    select p.id, a.number, a.title from problems p join articles a on a.id = p.article_id
    where p.id = any(${[...problemIds]}::uuid[]) and a.published_at is not null and a.readers = 'external'`;
  return new Map(rows.map(({ id, ...article }) => [id, article]));
}

/** POR-2 · The requests of cases that the actor reaches, with their items, by the number of the case. */
export async function portalRequestsOf(actor: Actor, numbers: readonly string[]): Promise<Map<string, PortalRecord[]>> {
  const settings = await readSettings(db());
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

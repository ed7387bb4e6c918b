import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { similarWords } from '#lib/related/similar-words.ts';
import { isOn } from '#lib/settings/settings.ts';
import type { LoadedRecord } from '../record-view.ts';
import { type SimilarCase, type SimilarRow, similarCase } from '../similar-case.ts';
import { relatedRows } from './record-frame.ts';

const AT_MOST = 5;
/** The candidates of each likeness are limited, so that an account with 50,000 cases takes no longer than one with 50. */
const CANDIDATES = 100;
/** Cases that were solved earlier are not shown; in milliseconds. */
const RECENTLY = 30 * 24 * 60 * 60 * 1000;

/** A property that cases can share: its weight, its condition on the task `t`, and the query for candidates. */
type Likeness = { reason: string; weight: number; isShared: Prisma.Sql; candidates: Prisma.Sql };

/** Common words also occur in recently changed cases; for rare words the index finds all matches. */
function withWords(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (select id from tasks where search @@ ${query} and kind = 'case' limit ${CANDIDATES})
    union (select id from tasks where kind = 'case' order by updated_at desc, id desc limit ${CANDIDATES})`;
}

const newest = (table: 'tasks' | 'cases', order: 'updated_at' | 'id', isShared: Prisma.Sql) =>
  Prisma.sql`(select id from ${Prisma.raw(table)} where ${isShared} order by ${Prisma.raw(order)} desc limit ${CANDIDATES})`;

/** REL-18 · The properties of a case that others can share. */
function likenessesOf({ title, fields }: Pick<Like, 'title' | 'fields'>): Likeness[] {
  const [item, product, account] = ['configurationItemId', 'productId', 'accountId'].map((name) => fields[name]?.value);
  const words = similarWords(title);
  const found: Likeness[] = [];
  if (item) {
    const isShared = Prisma.sql`configuration_item_id = ${item}::uuid and kind = 'case'`;
    const candidates = newest('tasks', 'updated_at', isShared);
    found.push({ reason: 'Same configuration item', weight: 4, isShared, candidates });
  }
  if (words) {
    // A subquery, as the planner cannot estimate how often words occur together.
    const query = Prisma.sql`(select to_tsquery('simple', ${words}))`;
    const isShared = Prisma.sql`search @@ ${query}`;
    found.push({ reason: 'Similar words', weight: 3, isShared, candidates: withWords(query) });
  }
  if (product) {
    const ofProduct = Prisma.sql`product_id = ${product}::uuid`;
    const isShared = Prisma.sql`exists (select from cases c where c.id = t.id and ${ofProduct})`;
    found.push({ reason: 'Same product', weight: 2, isShared, candidates: newest('cases', 'id', ofProduct) });
  }
  if (account) {
    const isShared = Prisma.sql`account_id = ${account}::uuid and kind = 'case'`;
    found.push({ reason: 'Same account', weight: 1, isShared, candidates: newest('tasks', 'updated_at', isShared) });
  }
  return found;
}

/** The case `t` is open, or was solved recently. */
const isCurrent = () => Prisma.sql`case when t.resolved_at is null then t.active
  else t.state <> 'cancelled' and t.resolved_at > ${new Date(now().getTime() - RECENTLY)} end`;

/** The case `t` is the other case's major case, its child, or a child of the same: its page shows them already. */
const isFamily = (
  id: string,
  parentId: string | null,
) => Prisma.sql`(coalesce(t.id = ${parentId}::uuid, false) or exists (
  select from cases own where own.id = t.id and own.parent_id in (${id}::uuid, ${parentId}::uuid)))`;

type Like = Pick<LoadedRecord, 'id' | 'title' | 'fields' | 'related' | 'settings'>;

const parentOf = ({ fields }: Like) => (fields.parentId?.value ? String(fields.parentId.value) : null);

/**
 * REL-18 · Open and recently solved cases that the actor may read and that resemble a case, the most similar first, then the
 * last changed. Empty if `case.show_similar` is off.
 */
export async function similarCases(actor: Actor, theCase: Like): Promise<SimilarCase[]> {
  const likenesses = isOn(theCase.settings, 'case.show_similar') ? likenessesOf(theCase) : [];
  if (likenesses.length === 0) return [];
  const weights = likenesses.map(({ isShared, weight }) => Prisma.sql`case when ${isShared} then ${weight} else 0 end`);
  const reasons = likenesses.map(({ isShared, reason }) => Prisma.sql`case when ${isShared} then ${reason} end`);
  const candidates = likenesses.map((each) => each.candidates);
  const rows = await db().$queryRaw<SimilarRow[]>`
    with likest as (
      select t.*, likeness, array_remove(array[${Prisma.join(reasons)}], null) as reasons
      from (${Prisma.join(candidates, ' union ')}) found
      join tasks t using (id)
      cross join lateral (select ${Prisma.join(weights, ' + ')} as likeness) l
      where t.kind = 'case' and t.id <> ${theCase.id}::uuid and likeness > 0 and ${isCurrent()} and not ${isFamily(theCase.id, parentOf(theCase))} and (${readableOf('case', actor)})
      order by likeness desc, t.updated_at desc, t.id desc limit ${AT_MOST}
    )
    select t.number, t.short_description as title, t.state, t.reasons, ${relatedRows(actor, 'case')} as related
    from likest t order by t.likeness desc, t.updated_at desc, t.id desc`;
  return rows.map((row) => similarCase(row, theCase.related));
}

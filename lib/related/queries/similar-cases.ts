import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { relatedRows } from '#lib/task/queries/record-frame.ts';
import type { RecordView } from '#lib/task/record-view.ts';
import { type SimilarCase, type SimilarRow, similarCase } from '../similar-case.ts';
import { similarWords } from '../similar-words.ts';

const AT_MOST = 5;
/** Of each likeness so many cases are looked at, those that changed last. */
const CANDIDATES = 30;
/** What was solved earlier, in milliseconds, is history. */
const RECENTLY = 30 * 24 * 60 * 60 * 1000;

/** What a case can share with another: how much that says, and the condition on the task `t`. */
type Likeness = { reason: string; weight: number; isShared: Prisma.Sql };

/** REL-18 · What there is of a case to be shared. */
function likenessesOf({ title, fields }: Like): Likeness[] {
  const shared = (reason: string, weight: number, value: unknown, isShared: Prisma.Sql) =>
    value ? [{ reason, weight, isShared }] : [];
  const [item, product, account] = ['configurationItemId', 'productId', 'accountId'].map((name) => fields[name]?.value);
  const words = similarWords(title);
  return [
    ...shared('Same configuration item', 4, item, Prisma.sql`t.configuration_item_id = ${item}::uuid`),
    ...shared('Similar words', 3, words, Prisma.sql`t.search @@ to_tsquery('simple', ${words})`),
    ...shared(
      'Same product',
      2,
      product,
      Prisma.sql`t.id in (select c.id from cases c where c.product_id = ${product}::uuid)`,
    ),
    ...shared('Same account', 1, account, Prisma.sql`t.account_id = ${account}::uuid`),
  ];
}

/** The case `t` is worked on, or was solved not long ago. */
const isCurrent = () => Prisma.sql`case when t.resolved_at is null then t.active
  else t.state <> 'cancelled' and t.resolved_at > ${new Date(now().getTime() - RECENTLY)} end`;

type Like = Pick<RecordView, 'id' | 'title' | 'fields' | 'related'>;

/**
 * REL-18 · Open and recently solved cases that the actor may read and that resemble a case, the likest first, then the one
 * that changed last. Planned for its values: a rare product is looked up, a common word is met in the order of changes.
 */
export async function similarCases(actor: Actor, theCase: Like): Promise<SimilarCase[]> {
  const likenesses = likenessesOf(theCase);
  if (likenesses.length === 0) return [];
  const readable = Prisma.sql`(${readableOf('case', actor)})`;
  const candidates = likenesses.map(
    ({ isShared }) => Prisma.sql`
      (select t.id from tasks t
       where t.kind = 'case' and t.id <> ${theCase.id}::uuid and ${isShared} and ${isCurrent()} and ${readable}
       order by t.updated_at desc, t.id desc limit ${CANDIDATES})`,
  );
  const weights = likenesses.map(({ isShared, weight }) => Prisma.sql`case when ${isShared} then ${weight} else 0 end`);
  const reasons = likenesses.map(({ isShared, reason }) => Prisma.sql`case when ${isShared} then ${reason} end`);
  const rows = await db().$queryRaw<SimilarRow[]>`
    with likest as (
      select t.id, ${Prisma.join(weights, ' + ')} as likeness
      from tasks t join (${Prisma.join(candidates, ' union ')}) found on found.id = t.id
      order by likeness desc, t.updated_at desc, t.id desc limit ${AT_MOST}
    )
    select t.number, t.short_description as title, t.state,
           array_remove(array[${Prisma.join(reasons)}], null) as reasons, ${relatedRows(actor)} as related
    from likest join tasks t on t.id = likest.id
    order by likest.likeness desc, t.updated_at desc, t.id desc`;
  return rows.map((row) => similarCase(row, theCase.related));
}

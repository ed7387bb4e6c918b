import { readableOf } from '#lib/access/readable.ts';
import { fillPage } from '#lib/journal/fill-page.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { parsePlace, placeText } from '#lib/platform/keyset.ts';
import { pageSettings } from '#lib/settings/page-settings.ts';
import { queuedTextHtml } from '#lib/text/text-html.ts';
import { shownName } from '../shown-name.ts';

/** REC-2 · The page size: customers mostly read the newest comments. */
const MAX_COMMENTS = 20;

/** `by`: null for Support. `side`: the side of the author. */
export type PortalComment = {
  id: string;
  at: string;
  by: string | null;
  side: 'reader' | 'customer' | 'support';
  html: string;
};

/** `next` is the start of the older comments; null if there are none. */
export type PortalConversation = { comments: PortalComment[]; next: string | null };

type Row = { id: string; at: Date; by: string | null; side: PortalComment['side']; text: string; isPlain: boolean };

/**
 * POR-3, REC-1 · The conversation of a case: its additional comments and nothing else, newest first, at most 20 a page,
 * fewer if they are long. `after` is the `next` of the page before. Null if the case is missing or hidden from
 * the reader.
 */
export async function portalConversation(
  actor: Actor,
  number: string,
  after: string | null = null,
): Promise<PortalConversation | null> {
  const place = parsePlace(after);
  const older = place ? Prisma.sql`and (e.created_at, e.id) < (${place.at}, ${place.id}::uuid)` : Prisma.empty;
  const found = await db().$queryRaw<(Row | { id: null })[]>`
    /* prepared */ select e.id, e.created_at as at, ${shownName(await pageSettings())} as by, e.text, c.is_plain as "isPlain",
           case when e.author_id = ${actor.id}::uuid then 'reader' when u.audience = 'external' then 'customer'
                else 'support' end as side
    from tasks t
    left join lateral (select * from journal_entries e where e.task_id = t.id and e.type = 'comment' ${older}
      order by e.created_at desc, e.id desc limit ${MAX_COMMENTS + 1}) e on true
    left join causes c on c.id = e.cause_id left join users u on u.id = e.author_id
    where t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)})
    order by e.created_at desc, e.id desc`;
  if (found.length === 0) return null;
  const rows = found.filter((row): row is Row => row.id !== null);
  const { entries, last } = await fillPage(
    rows,
    async ({ id, at, by, side, text, isPlain }) => {
      return { id, at: at.toISOString(), by, side, html: await queuedTextHtml(text, { isPlain }) };
    },
    MAX_COMMENTS,
  );
  return { comments: entries, next: last && placeText(last) };
}

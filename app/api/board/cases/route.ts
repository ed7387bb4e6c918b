import { boardPage } from '#lib/board/queries/board-page.ts';
import { findMajor } from '#lib/board/queries/find-major.ts';
import { BoardPageQuery } from '#lib/board/schema.ts';
import { route } from '#lib/door/route.ts';

/** MAJ-9 · A page of the children of a major case. */
export const GET = route(
  { permission: 'board.see', limit: 'timeline', query: BoardPageQuery },
  async ({ actor, query: { number, ...page } }) => boardPage(actor, await findMajor(actor, number), page),
);

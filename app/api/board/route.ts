import { board } from '#lib/board/queries/board.ts';
import { BoardOf } from '#lib/board/schema.ts';
import { route } from '#lib/door/route.ts';

/** MAJ-9 · The board figures of a major case. */
export const GET = route({ permission: 'board.see', limit: 'timeline', query: BoardOf }, ({ actor, query }) =>
  board(actor, query),
);

import { db } from '#lib/platform/db.ts';
import { affectedTables, type Origin } from '../affected-sql.ts';
import type { ImpactPicture } from '../picture.ts';
import { pictureOfAffected } from '../picture-sql.ts';

/** IMP-3 · The graph from the failing item to the customers, folded to a readable size. The caller has checked the access. */
export async function impactPicture(origin: Origin): Promise<ImpactPicture> {
  const [row] = await db().$queryRaw<ImpactPicture[]>`
    with recursive ${affectedTables(origin)}, ${pictureOfAffected}`;
  return row ?? { nodes: [], edges: [] };
}

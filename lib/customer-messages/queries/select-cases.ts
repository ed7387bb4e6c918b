import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { NotificationTarget } from '../schema.ts';
import type { NotifySource } from '../source.ts';
import { casesOfSource } from './source-sql.ts';

/** A selected case; customers of inactive cases cannot be notified. */
export type SelectedCase = { id: string; number: string; active: boolean };

/** NOT-1, NOT-2, ACC-6 · The selected cases of a record, or all that the actor may see, including closed ones. */
export async function selectCases(
  tx: Db,
  actor: Actor,
  source: { id: string; kind: NotifySource },
  { caseNumbers }: Pick<NotificationTarget, 'caseNumbers'>,
): Promise<SelectedCase[]> {
  const chosen = caseNumbers ? Prisma.sql`t.number = any(${caseNumbers})` : Prisma.sql`true`;
  return tx.$queryRaw<SelectedCase[]>`
    select t.id, t.number, t.active from cases c join tasks t using (id)
    where ${casesOfSource(source)} and ${chosen} and (${readableOf('case', actor)}) order by t.number`;
}

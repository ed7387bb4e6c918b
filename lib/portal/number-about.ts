import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { notFound } from '#lib/platform/verdict.ts';

/** POR-16 · The number of the case that a new case refers to, if the actor may read it; null if none is named. */
export async function numberAbout(tx: Db, actor: Actor, number: string): Promise<string | null> {
  if (number === '') return null;
  const [theCase] = await tx.$queryRaw<{ number: string }[]>`
    select t.number from tasks t where t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)})`;
  if (!theCase) throw notFound(`case ${number}`);
  return theCase.number;
}

import { readableOf } from '#lib/access/readable.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { columnsOf } from '#lib/record/kind-table.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** SYNC-000 · Locks the cases that the actor may see, in one statement: major cases first, then by id. Returned by number. */
export async function lockCases(
  { tx, actor }: CommandContext,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Case>> {
  const cases = await tx.$queryRaw<Case[]>`
    select ${columnsOf('case')} from tasks t join cases o using (id)
    where t.number = any(${[...numbers]}) and t.kind = 'case' and (${readableOf('case', actor)})
    order by coalesce(o.major_case_state = 'accepted', false) desc, t.id for no key update of t, o`;
  return new Map(cases.map((theCase) => [theCase.number, theCase]));
}

/** One of the locked cases; a missing and a hidden case give the same error (REL-16). */
export function lockedCase(locked: ReadonlyMap<string, Case>, number: string): Case {
  const theCase = locked.get(number);
  if (!theCase) throw notFound(`case ${number}`);
  return theCase;
}

/** SYNC-000 · Locks a case and its children, before it is cancelled (MAJ-10): the case first, then the children by id. */
export async function lockWithChildren({ tx, preview }: CommandContext, number: string): Promise<void> {
  if (preview) return;
  await tx.$queryRaw`
    select count(*) from (
      select t.id from tasks t left join cases c using (id)
      where t.number = ${number} or c.parent_id = (select m.id from tasks m where m.number = ${number})
      order by coalesce(c.major_case_state = 'accepted', false) desc, t.id for no key update of t
    ) locked`;
}

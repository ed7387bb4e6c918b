import type { Case } from '#lib/kinds/case/definition.ts';
import { Prisma } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { columnsOf } from '#lib/record/kind-table.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { recordFollowers } from '#lib/write/ledger.ts';
import { rowLock } from '#lib/write/preview-state.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';

/** MAJ-10, MAJ-8 · Detaches the children of cancelled major cases, with a note. Closed children stay unchanged (CASE-5). */
export async function releaseChildren(context: CommandContext, majors: readonly Case[]): Promise<void> {
  const numbers = new Map(majors.map(({ id, number }) => [id, number]));
  const children = await context.tx.$queryRaw<Case[]>`
    select ${columnsOf('case')} from tasks t join cases o using (id)
    where o.parent_id = any(${[...numbers.keys()]}::uuid[]) and t.active order by t.id
    ${rowLock(context, Prisma.sql`for no key update of t, o`)}`;
  const updates = children.map((child) => {
    const sourceTaskId = child.parentId ?? '';
    const line = `Major case ${numbers.get(sourceTaskId)} was cancelled: this case no longer belongs to it.`;
    const decision = decideUpdate(
      'case',
      child,
      { ...child, parentId: null },
      updateContext(context, { workNote: line }),
    );
    enforce(decision.verdict);
    const origin = { rules: ['MAJ-10'], comments: [], notes: [{ rule: 'MAJ-10', line }] };
    return { ...decision, origin: { ...origin, sourceTaskId, sourceEntryId: null } };
  });
  await writeUpdates(context, 'case', updates);
  for (const { id } of majors) {
    const ids = children.flatMap((child) => (child.parentId === id ? [child.id] : []));
    recordFollowers(context, id, { rule: 'MAJ-10', ids, leftOut: [] });
  }
}

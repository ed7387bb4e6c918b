import { mayLeadMajorCases, mayWork } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { caseIsNotClosed } from '#lib/kinds/case/rules/validate-update.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { lockCases, lockedCase } from '../lock-cases.ts';
import { CHILD_REMOVED, noteFamily } from '../note-family.ts';
import { caseIsChildOf } from '../rules/join.ts';
import { majorCasesAreOn } from '../rules/propose.ts';
import type { RemoveChild } from '../schema.ts';

/** MAJ-4, MAJ-8 · Removes a case from its major case, even a closed one. The case gets its own related records back. */
export async function removeChild(actor: Actor, { number, caseNumber }: RemoveChild): Promise<Case> {
  const { value } = await runCommand(actor, 'remove-child-case', async (context) => {
    const locked = await lockCases(context, [number, caseNumber]);
    const [major, child] = [lockedCase(locked, number), lockedCase(locked, caseNumber)];
    enforce(mayLeadMajorCases(actor), mayWork(actor, child));
    enforce(majorCasesAreOn(context.settings));
    enforce(caseIsChildOf(child, major), caseIsNotClosed(child));
    const workNote = `Removed from major case ${number}.`;
    const removed = await updateRecord(context, 'case', child, { ...child, parentId: null }, { workNote });
    if (major.active) await noteFamily(context, major, CHILD_REMOVED);
    return removed;
  });
  return value;
}

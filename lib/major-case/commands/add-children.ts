import { mayLeadMajorCases, mayWork } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { writeUpdates } from '#lib/write/write-updates.ts';
import { type Added, decideChildren } from '../decide-children.ts';
import { lockCases, lockedCase } from '../lock-cases.ts';
import { childrenAddedNote, noteFamily } from '../note-family.ts';
import { acceptsChildren } from '../rules/join.ts';
import { majorCasesAreOn } from '../rules/propose.ts';
import type { AddChildren } from '../schema.ts';

/** MAJ-4, MAJ-7 · Adds the eligible cases to a major case. Earlier updates of the major case are not copied. */
export async function addChildren(actor: Actor, { number, caseNumbers }: AddChildren): Promise<Added> {
  const { value } = await runCommand(actor, 'add-child-cases', async (context) => {
    const wanted = [...new Set(caseNumbers)];
    const locked = await lockCases(context, [number, ...wanted]);
    const major = lockedCase(locked, number);
    enforce(mayLeadMajorCases(actor), mayWork(actor, major));
    enforce(majorCasesAreOn(context.settings), acceptsChildren(major));
    const { joining, leftOut } = await decideChildren(context, major, wanted, locked);
    const added = joining.map(({ after }) => after.number);
    if (added.length > 0) {
      await noteFamily(context, major, childrenAddedNote(added.length));
      await writeUpdates(context, 'case', joining);
    }
    return { added, leftOut };
  });
  return value;
}

import { mayWork } from '#lib/access/policy.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { first, notFound } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { type Decision, decideUpdate } from '#lib/write/decide-update.ts';
import { updateContext } from '#lib/write/write-updates.ts';
import { caseMayJoin } from './rules/join.ts';

/** A selected case that was not added, and why. */
export type LeftOut = { number: string; because: string };

/** The result of adding a selection. */
export type Added = { added: string[]; leftOut: LeftOut[] };

/** The numbers of these cases' major cases, by id. */
async function parentsOf({ tx }: CommandContext, cases: Iterable<Case>): Promise<ReadonlyMap<string, string>> {
  const ids = [...cases].flatMap(({ parentId }) => parentId ?? []);
  const parents = await tx.task.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } });
  return new Map(parents.map(({ id, number }) => [id, number]));
}

/** MAJ-4 · Which of the selected cases, all locked, become children of a major case, and why the others do not. */
export async function decideChildren(
  context: CommandContext,
  major: Case,
  numbers: readonly string[],
  locked: ReadonlyMap<string, Case>,
): Promise<{ joining: Decision<'case'>[]; leftOut: LeftOut[] }> {
  const parents = await parentsOf(context, locked.values());
  const journal = { workNote: `Added as child of major case ${major.number}.` };
  const joining: Decision<'case'>[] = [];
  const leftOut: LeftOut[] = [];
  for (const number of numbers) {
    const theCase = locked.get(number);
    if (!theCase) {
      leftOut.push({ number, because: notFound(`case ${number}`).because });
      continue;
    }
    const child = { ...theCase, parentId: major.id };
    const decision = decideUpdate('case', theCase, child, updateContext(context, journal));
    const verdict = first(
      mayWork(context.actor, theCase),
      caseMayJoin(theCase, major, parents.get(theCase.parentId ?? '') ?? null),
      decision.verdict,
    );
    if (verdict.ok) joining.push(decision);
    else leftOut.push({ number, because: verdict.because });
  }
  return { joining, leftOut };
}

import { can, mayLeadMajorCases, mayProposeMajorCases, mayWork } from '#lib/access/policy.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first, type Verdict } from '#lib/platform/verdict.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { takesChildren } from './rules/join.ts';
import { candidateWaits } from './rules/judge.ts';
import { caseMayBeProposed, majorCasesAreOn } from './rules/propose.ts';

/** An item of the menu of a case that begins, judges or leads a major case. */
export type MajorCaseAction = {
  verb: 'propose' | 'approve' | 'reject' | 'create-children' | 'add-children';
  label: string;
};

type Item = MajorCaseAction & { may: (actor: Actor) => Verdict; now: (theCase: Case) => Verdict };

/** The items in their order: who may, and when. */
const items: readonly Item[] = [
  { verb: 'propose', label: 'Propose Major Case', may: mayProposeMajorCases, now: caseMayBeProposed },
  {
    verb: 'approve',
    label: 'Approve Major Case Candidate',
    may: mayLeadMajorCases,
    now: (theCase) => candidateWaits(theCase, null),
  },
  {
    verb: 'reject',
    label: 'Reject Major Case Candidate',
    may: mayLeadMajorCases,
    now: (theCase) => candidateWaits(theCase, null),
  },
  { verb: 'create-children', label: 'Create Child Cases', may: mayLeadMajorCases, now: takesChildren },
  { verb: 'add-children', label: 'Add Child Cases', may: mayLeadMajorCases, now: takesChildren },
];

/** MAJ-1, MAJ-2, MAJ-6 · What the Additional Actions menu of a case offers of major cases, by the rules of the commands. */
export function majorCaseActions(theCase: Case, actor: Actor, settings: Settings): MajorCaseAction[] {
  if (!can(actor, 'edit', 'case') || !mayWork(actor, theCase).ok) return [];
  return items
    .filter(({ may, now }) => first(majorCasesAreOn(settings), may(actor), now(theCase)).ok)
    .map(({ verb, label }) => ({ verb, label }));
}

/** MAJ-1 · How the head of a case's page calls what it is; null for a case like any other. */
export function majorCaseType({ majorCaseState }: Pick<Case, 'majorCaseState'>): string | null {
  if (majorCaseState === 'accepted') return 'Major case';
  return majorCaseState === 'proposed' ? 'Candidate' : null;
}

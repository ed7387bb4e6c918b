import { can, mayLeadMajorCases, mayProposeMajorCases, mayWork } from '#lib/access/policy.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first, type Verdict } from '#lib/platform/verdict.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { acceptsChildren } from './rules/join.ts';
import { candidateIsUndecided } from './rules/judge.ts';
import { caseMayBeProposed, majorCasesAreOn } from './rules/propose.ts';

/** A menu item of a case that proposes, judges or leads a major case. */
export type MajorCaseAction = {
  verb: 'propose' | 'approve' | 'reject' | 'create-children' | 'add-children';
  label: string;
};

type Item = MajorCaseAction & { permission: (actor: Actor) => Verdict; condition: (theCase: Case) => Verdict };

/** The items in order, each with its permission and condition. */
const items: readonly Item[] = [
  { verb: 'propose', label: 'Propose Major Case', permission: mayProposeMajorCases, condition: caseMayBeProposed },
  {
    verb: 'approve',
    label: 'Approve Major Case Candidate',
    permission: mayLeadMajorCases,
    condition: (theCase) => candidateIsUndecided(theCase, null),
  },
  {
    verb: 'reject',
    label: 'Reject Major Case Candidate',
    permission: mayLeadMajorCases,
    condition: (theCase) => candidateIsUndecided(theCase, null),
  },
  { verb: 'create-children', label: 'Create Child Cases', permission: mayLeadMajorCases, condition: acceptsChildren },
  { verb: 'add-children', label: 'Add Child Cases', permission: mayLeadMajorCases, condition: acceptsChildren },
];

/** MAJ-1, MAJ-2, MAJ-6 · The major case items in a case's Additional Actions menu, by the same rules as the commands. */
export function majorCaseActions(theCase: Case, actor: Actor, settings: Settings): MajorCaseAction[] {
  if (!can(actor, 'edit', 'case') || !mayWork(actor, theCase).ok) return [];
  return items
    .filter(({ permission, condition }) => first(majorCasesAreOn(settings), permission(actor), condition(theCase)).ok)
    .map(({ verb, label }) => ({ verb, label }));
}

/** MAJ-1 · The label in the header of a case's page; null for an ordinary case. */
export function majorCaseType({ majorCaseState }: Pick<Case, 'majorCaseState'>): string | null {
  if (majorCaseState === 'accepted') return 'Major case';
  return majorCaseState === 'proposed' ? 'Candidate' : null;
}

import type { Case } from '#lib/kinds/case/definition.ts';
import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { isIntegrated, type Settings } from '#lib/settings/settings.ts';

/** REL-3 · If the integration is off, every request is refused with this reason. */
export function majorCasesAreOn(settings: Settings): Verdict {
  if (isIntegrated(settings, 'com.sn_majorissue_mgt')) return yes;
  return no('REL-3', 'The integration com.sn_majorissue_mgt is not active.');
}

/** MAJ-1 · A New, Open or Awaiting Info case can be proposed, unless it is a major case or belongs to one. */
export function caseMayBeProposed({ number, state, parentId, majorCaseState }: Case): Verdict {
  const { label, phase } = caseStates[state as CaseState];
  if (phase !== 'open') return no('MAJ-1', `${number} is ${label}: only a case that is worked on can be proposed.`);
  if (parentId) return no('MAJ-1', `${number} is the child of a major case already.`);
  if (majorCaseState === 'proposed') return no('MAJ-1', `${number} has been proposed already.`);
  return majorCaseState === 'accepted' ? no('MAJ-1', `${number} is a major case already.`) : yes;
}

/** MAJ-1 · A candidate needs a business impact for the customers. */
export function businessImpactIsProvided(businessImpact: string): Verdict {
  if (!isBlank(businessImpact)) return yes;
  return no('MAJ-1', 'Write what this means for the business of the customers.', 'businessImpact');
}

/** MAJ-1 · A proposal needs a reason. */
export function proposalIsExplained(workNote: string): Verdict {
  return isBlank(workNote) ? no('MAJ-1', 'Write why this is a major case.', 'workNote') : yes;
}

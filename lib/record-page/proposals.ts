import { can } from '#lib/access/policy.ts';
import type { RelatedOutcome } from '#lib/case/code-checks.ts';
import { type Solution, wasRejected } from '#lib/case/rules/rejected-solution.ts';
import { proposedSolutions } from '#lib/case/rules/resolution-code.ts';
import type { VerbView } from '#lib/case/verb-views.ts';
import { caseResolutionCodes } from '#lib/kinds/case/choices.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type LinkName, links } from '#lib/record/link.ts';
import { isIntegrated, type Settings } from '#lib/settings/settings.ts';
import { labelOf } from '#lib/words/choice.ts';
import type { RelatedGroup } from './related-view.ts';

/** A solution that a related record proposes: the reason, and the values for Propose solution. */
export type Proposal = {
  because: string;
  codeLabel: string;
  values: { resolutionCode: string; resolutionNotes: string };
};

/**
 * CASE-7 · Solutions from ended related records, for a user who may propose a solution now. Excludes records that the
 * actor may not read, records of integrations that are off (REL-3), and solutions that the customer has rejected
 * (CASE-11).
 */
export function solutionProposals(
  actor: Actor,
  settings: Settings,
  {
    verbs,
    related,
    outcome,
    cause,
    rejected,
  }: {
    verbs: readonly VerbView[];
    related: readonly RelatedGroup[];
    outcome: RelatedOutcome;
    cause: string;
    rejected: readonly Solution[];
  },
): Proposal[] {
  if (!verbs.some(({ name }) => name === 'propose-solution')) return [];
  const readable = (link: LinkName) => {
    const { kind, integration, many } = links[link];
    if (many) return can(actor, 'see', kind) && isIntegrated(settings, integration);
    return related.some((group) => group.link === link && group.record?.seen !== null);
  };
  const isNew = (resolutionCode: string, resolutionNotes: string) =>
    !wasRejected({ resolutionCode, cause, resolutionNotes }, rejected);
  return proposedSolutions(outcome)
    .filter(({ code, link, notes }) => readable(link) && isNew(code, notes))
    .map(({ code, notes, of }) => ({
      because: `${of.number} is ${of.stateLabel}.`,
      codeLabel: labelOf(caseResolutionCodes, code),
      values: { resolutionCode: code, resolutionNotes: notes },
    }));
}

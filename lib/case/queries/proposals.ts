import { can } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { labelOf } from '#lib/task/choice.ts';
import type { RecordView } from '#lib/task/record-view.ts';
import { caseResolutionCodes } from '../choices.ts';
import { proposedSolutions } from '../rules/resolution-code.ts';
import { relatedOutcome } from './related-outcome.ts';

/** A solution that a related record proposes: why, and what Propose solution would be filled with. */
export type Proposal = {
  because: string;
  codeLabel: string;
  values: { resolutionCode: string; resolutionNotes: string };
};

/**
 * CASE-7 · What related records that have reached their end propose to who may propose a solution now. Of a record that
 * the actor may not read nothing is said.
 */
export async function solutionProposals(
  actor: Actor,
  { id, verbs, related }: Pick<RecordView, 'id' | 'verbs' | 'related'>,
): Promise<Proposal[]> {
  if (!verbs.some(({ name }) => name === 'propose-solution')) return [];
  const outcome = await relatedOutcome(db(), id);
  const readable = (link: string) =>
    link === 'request'
      ? can(actor, 'see', 'request')
      : related.some((group) => group.link === link && group.record?.seen !== null);
  return proposedSolutions(outcome)
    .filter(({ link }) => readable(link))
    .map(({ code, link, notes }) => {
      const ended =
        link === 'request' ? outcome.requests.find(({ state }) => state === 'closed_complete') : outcome[link];
      return {
        because: `${ended?.number} is ${ended?.stateLabel}.`,
        codeLabel: labelOf(caseResolutionCodes, code),
        values: { resolutionCode: code, resolutionNotes: notes },
      };
    });
}

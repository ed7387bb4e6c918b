import { mayProposeMajorCases, mayWork } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { checkValues } from '#lib/write/check-values.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { businessImpactIsProvided, caseMayBeProposed, majorCasesAreOn, proposalIsExplained } from '../rules/propose.ts';
import type { ProposeMajorCase } from '../schema.ts';

/** MAJ-1 · Proposes a case as a major one, with the reason and the business impact. Emails the major issue managers. */
export async function proposeMajorCase(
  actor: Actor,
  { number, workNote, businessImpact }: ProposeMajorCase,
): Promise<Case> {
  const { value } = await runCommand(actor, 'propose-major-case', async (context) => {
    const theCase = await lockRecord(context, 'case', number);
    enforce(mayProposeMajorCases(actor), mayWork(actor, theCase));
    enforce(majorCasesAreOn(context.settings), caseMayBeProposed(theCase));
    enforce(businessImpactIsProvided(businessImpact), proposalIsExplained(workNote));
    const settable = (_field: unknown, name: string) => name === 'businessImpact';
    const checked = await checkValues(context, 'case', { businessImpact }, { settable, record: theCase });
    return updateRecord(context, 'case', theCase, { ...theCase, ...checked, majorCaseState: 'proposed' }, { workNote });
  });
  return value;
}

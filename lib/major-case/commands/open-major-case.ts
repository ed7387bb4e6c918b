import { may, mayLeadMajorCases, mayProposeMajorCases } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import { type Case, caseDefinition } from '#lib/kinds/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { requiredFieldsAreSet } from '#lib/record/rules/required-fields.ts';
import { checkValues } from '#lib/write/check-values.ts';
import { createRecord } from '#lib/write/create-records.ts';
import { openedWith } from '../opened-with.ts';
import { businessImpactIsProvided, majorCasesAreOn } from '../rules/propose.ts';
import type { OpenMajorCase } from '../schema.ts';

/** MAJ-1, MAJ-4 · Creates a candidate or a major case: a case without a customer, proactive by definition. */
export async function openMajorCase(actor: Actor, { as, values }: OpenMajorCase): Promise<Case> {
  const isCandidate = as === 'candidate';
  const { value } = await runCommand(actor, `open-${isCandidate ? 'candidate' : 'major-case'}`, async (context) => {
    enforce(may(actor, 'create', 'case'), isCandidate ? mayProposeMajorCases(actor) : mayLeadMajorCases(actor));
    enforce(majorCasesAreOn(context.settings));
    enforce(requiredFieldsAreSet(caseDefinition.fields, caseDefinition.defaults, values));
    enforce(businessImpactIsProvided(String(values.businessImpact ?? '')));
    const settable = (_field: unknown, name: string) => openedWith.some((each) => each === name);
    const checked = await checkValues(context, 'case', values, { settable, record: null });
    const majorCaseState = isCandidate ? 'proposed' : 'accepted';
    return createRecord(context, 'case', { ...checked, channel: 'proactive', proactive: true, majorCaseState });
  });
  return value;
}

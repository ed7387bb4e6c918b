import { can } from '#lib/access/policy.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { relatedOutcome } from './queries/related-outcome.ts';
import { codeMatchesRecords, codeToCheck } from './rules/resolution-code.ts';

/** CASE-6 · Staff must confirm a code that is not true; history records it. For a customer's action the code is cleared. */
export async function confirmResolutionCode(
  context: CommandContext,
  before: Case,
  after: Case,
  confirmed: boolean,
): Promise<Partial<Case>> {
  const code = codeToCheck(before, after);
  if (!code) return {};
  const verdict = codeMatchesRecords(code, await relatedOutcome(context.tx, before.id));
  if (verdict.ok) return { codeConfirmation: '' };
  if (can(context.actor, 'answer', 'case')) return { resolutionCode: null };
  if (confirmed) return { codeConfirmation: verdict.because };
  const refusalDetails = { field: 'resolutionCode', details: { confirm: true } };
  throw new Refusal(verdict.rule, `${verdict.because} Use it anyway?`, refusalDetails);
}

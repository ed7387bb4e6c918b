import { may, mayLeadMajorCases, mayProposeMajorCases } from '#lib/access/policy.ts';
import { caseDefinition } from '#lib/kinds/case/definition.ts';
import { caseFields } from '#lib/kinds/case/fields.ts';
import { blankFieldView, type FieldView } from '#lib/kinds/field-view.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first } from '#lib/platform/verdict.ts';
import { plainDisplay } from '#lib/record/field.ts';
import { openedWith } from './opened-with.ts';
import type { OpenMajorCase } from './schema.ts';

/** MAJ-1 · The form of a candidate or a major case, with its initial values. */
export function openFields(): FieldView[] {
  return openedWith.map((name) => {
    const field = caseFields[name];
    const value = caseDefinition.defaults[name] ?? null;
    const view = blankFieldView('case', name, field, value, plainDisplay(field, value));
    return name === 'businessImpact' ? { ...view, required: true } : view;
  });
}

/** MAJ-1, MAJ-6 · What the actor may create: candidates, or major cases directly. */
export function openable(actor: Actor): OpenMajorCase['as'][] {
  const [candidate, major] = [mayProposeMajorCases(actor), mayLeadMajorCases(actor)];
  const creates = may(actor, 'create', 'case');
  return [
    ...(first(creates, candidate).ok ? (['candidate'] as const) : []),
    ...(first(creates, major).ok ? (['major case'] as const) : []),
  ];
}

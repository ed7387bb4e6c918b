import type { Case } from '#lib/kinds/case/definition.ts';
import { verbsNow } from '#lib/kinds/case/rules/has-verb-now.ts';
import { type CaseVerb, type CaseVerbName, caseVerbs } from '#lib/kinds/case/verbs.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { FieldValue } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';

/** A field that a verb asks for, as it stands now; how it looks, its dialog knows. */
export type PermissionField = { name: string; value: FieldValue; required: boolean };

/** A header button of a case: what it is called and what it asks for. */
export type VerbView = {
  name: CaseVerbName;
  label: string;
  fields: PermissionField[];
  asksComment: boolean;
  /** CASE-10 · A work note that says how the customer answered. */
  asksWorkNote: boolean;
  /** CASE-11 · It deals with what the customer has commented on the solution. */
  settles: boolean;
  /** There is no way back. */
  final: boolean;
  /** SYNC-MAJ-1, MAJ-10 · Child cases follow: it is asked before, and says how many. */
  leads: boolean;
};

/** CASE-8 · The buttons that a person has on a case now, with the fields that they ask for; `leads`: child cases follow it. */
export function verbViews(actor: Actor, theCase: Case, leads: boolean): VerbView[] {
  const isMajor = theCase.majorCaseState === 'accepted';
  return verbsNow(actor, theCase).map((name) => {
    const { label, asks, optional = [], begins = {}, final, settles }: CaseVerb = caseVerbs[name];
    const fields = asks.flatMap((asked) =>
      asked === 'comment' || asked === 'workNote'
        ? []
        : [{ name: asked, value: begins[asked] ?? fieldValue(theCase, asked), required: !optional.includes(asked) }],
    );
    const words = { asksComment: asks.includes('comment'), asksWorkNote: asks.includes('workNote') };
    const flags = { settles: settles ?? false, final: final ?? false };
    return { name, label, fields, ...words, ...flags, leads: leads || (isMajor && name === 'cancel') };
  });
}

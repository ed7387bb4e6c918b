import type { Case } from '#lib/kinds/case/definition.ts';
import { verbsNow } from '#lib/kinds/case/rules/has-verb-now.ts';
import { type CaseVerb, type CaseVerbName, caseVerbs } from '#lib/kinds/case/verbs.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { FieldValue } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';

/** A field that a verb asks for, with its current value; the dialog decides how it looks. */
export type PermissionField = { name: string; value: FieldValue; required: boolean };

/** A header button of a case: its label and inputs. */
export type VerbView = {
  name: CaseVerbName;
  label: string;
  fields: PermissionField[];
  asksComment: boolean;
  /** CASE-10 · Asks for a work note about the customer's answer. */
  asksWorkNote: boolean;
  /** CASE-11 · It handles the customer's comments on the solution. */
  handlesComment: boolean;
  /** The action cannot be reversed. */
  final: boolean;
  /** SYNC-MAJ-1, MAJ-10 · Child cases follow, or stay open. A confirmation asks first and shows how many. */
  leads: boolean;
};

/** Buttons of a major case that concern its child cases even if nothing is synchronised. */
const concerning: ReadonlySet<CaseVerbName> = new Set(['cancel', 'close', 'propose-solution']);

/** CASE-8 · Buttons the actor has on a case now, with their fields; `leads`: child cases follow the case. */
export function verbViews(actor: Actor, theCase: Case, leads: boolean): VerbView[] {
  const isMajor = theCase.majorCaseState === 'accepted';
  return verbsNow(actor, theCase).map((name) => {
    const { label, asks, optional = [], begins = {}, final, handlesComment }: CaseVerb = caseVerbs[name];
    const fields = asks.flatMap((asked) =>
      asked === 'comment' || asked === 'workNote'
        ? []
        : [{ name: asked, value: begins[asked] ?? fieldValue(theCase, asked), required: !optional.includes(asked) }],
    );
    const words = { asksComment: asks.includes('comment'), asksWorkNote: asks.includes('workNote') };
    const flags = { handlesComment: handlesComment ?? false, final: final ?? false };
    return { name, label, fields, ...words, ...flags, leads: leads || (isMajor && concerning.has(name)) };
  });
}

import type { VerbView } from '#lib/case/verb-views.ts';
import { caseFields } from '#lib/kinds/case/fields.ts';
import { blankFieldView, type FieldView } from '#lib/kinds/field-view.ts';
import { type Fields, type FieldValue, plainDisplay } from '#lib/record/field.ts';

const fieldsOfCase: Fields = caseFields;

/** The fields of a verb's dialog, filled with the proposal (CASE-7) or the saved values. */
export function verbFields(
  { fields }: VerbView,
  proposed: Readonly<Record<string, FieldValue>> | undefined,
): FieldView[] {
  return fields.flatMap(({ name, value, required }) => {
    const field = fieldsOfCase[name];
    const filled = proposed?.[name] ?? value;
    return field ? [{ ...blankFieldView('case', name, field, filled, plainDisplay(field, filled)), required }] : [];
  });
}

import type { FieldView } from '#lib/kinds/field-view.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import type { FieldValue } from '#lib/record/field.ts';

/** The labels of required fields and texts that are empty. A text without a value is not asked for. */
export function missingLabels(
  fields: readonly Pick<FieldView, 'name' | 'label'>[],
  current: (name: string) => FieldValue,
  texts: Readonly<Record<string, string | false | undefined>> = {},
): string[] {
  const emptyTexts = Object.entries(texts).filter(([, text]) => typeof text === 'string' && isBlank(text));
  const emptyFields = fields.filter(({ name }) => isBlank(String(current(name) ?? '')));
  return [...emptyTexts.map(([label]) => label), ...emptyFields.map(({ label }) => label)];
}

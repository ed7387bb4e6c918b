import type { Field } from '#lib/record/field.ts';
import type { Choice } from '#lib/words/choice.ts';

const yesOrNo: readonly Choice[] = [
  { value: 'true', label: 'Yes', external: 'true' },
  { value: 'false', label: 'No', external: 'false' },
];

/** The values that a field accepts, if it has a fixed list. */
export function choicesFor(field: Field | undefined): readonly Choice[] {
  if (field?.type === 'yes-no') return yesOrNo;
  return field && 'choices' in field ? field.choices : [];
}

/** The choice with this label or value. */
export function findChoice(field: Field, text: string): Choice | undefined {
  return choicesFor(field).find(({ value, label }) => value === text || label.toLowerCase() === text.toLowerCase());
}

import type { FieldView } from '#lib/kinds/field-view.ts';
import type { FieldValue } from '#lib/record/field.ts';

type Pair = { impact: FieldValue; urgency: FieldValue };

/**
 * CASE-12 · The priority that the lookup proposes after impact or urgency was edited. Null: no proposal, or the current one was
 * chosen by hand (the lookup would not have proposed it before).
 */
export function proposedPriority(
  { options = [] }: Pick<FieldView, 'options'>,
  priorityByPair: Readonly<Record<string, string>>,
  { before, after, current }: { before: Pair; after: Pair; current: FieldValue },
): { value: string; label: string } | null {
  const proposed = ({ impact, urgency }: Pair) =>
    options.find(({ label }) => label === priorityByPair[`${impact} ${urgency}`]);
  const followed = proposed(before)?.value === String(current);
  return followed ? (proposed(after) ?? null) : null;
}

/**
 * CASE-12 · The same while a record is edited: the form's new priority when a field gets this value. Null: unchanged, because
 * the field does not affect the priority or the priority cannot be set by hand.
 */
export function priorityWith(
  field: string,
  value: FieldValue,
  form: {
    priority: FieldView | undefined;
    priorityByPair: Readonly<Record<string, string>>;
    current: (name: string) => FieldValue;
  },
): { value: string; label: string } | null {
  const { priority, priorityByPair, current } = form;
  if ((field !== 'impact' && field !== 'urgency') || !priority?.editable) return null;
  const before = { impact: current('impact'), urgency: current('urgency') };
  const after = { ...before, [field]: value };
  return proposedPriority(priority, priorityByPair, { before, after, current: current('priority') });
}

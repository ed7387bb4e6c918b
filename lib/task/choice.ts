/** One value of a choice: inside, as a person reads it, and outside (spec 14). */
export type Choice = { value: string; label: string; external: string };

/** Builds a choice table from rows of [value, label, outside value]. */
export function choices<const V extends string>(rows: readonly (readonly [V, string, string])[]) {
  return rows.map(([value, label, external]) => ({ value, label, external }));
}

/** The states of a kind, as its State field offers them. */
export function stateChoices(states: Readonly<Record<string, Omit<Choice, 'value'>>>): Choice[] {
  return Object.entries(states).map(([value, { label, external }]) => ({ value, label, external }));
}

/** Impact and urgency. */
export const levels = choices([
  ['1', '1 - High', '1'],
  ['2', '2 - Medium', '2'],
  ['3', '3 - Low', '3'],
]);

export const priorities = choices([
  ['1', '1 - Critical', '1'],
  ['2', '2 - High', '2'],
  ['3', '3 - Moderate', '3'],
  ['4', '4 - Low', '4'],
  ['5', '5 - Planning', '5'],
]);

/** The label of a value, or the value itself where the table does not know it. */
export function labelOf(table: readonly Choice[], value: string | number | null): string {
  return table.find((choice) => choice.value === String(value))?.label ?? (value === null ? '' : String(value));
}

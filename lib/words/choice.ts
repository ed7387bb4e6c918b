/** A choice value: stored, displayed and external, and other names that imports may use. */
export type Choice = { value: string; label: string; external: string; alsoAccepts?: readonly string[] };

/** Builds a choice table from rows of [value, label, external value, other names that are accepted]. */
export function choices(
  rows: readonly (readonly [value: string, label: string, external: string, alsoAccepts?: readonly string[]])[],
): Choice[] {
  return rows.map(([value, label, external, alsoAccepts = []]) => ({ value, label, external, alsoAccepts }));
}

/** A choice table with its labels as external values, from rows of [value, label, other accepted names]. */
export function choicesByLabel(
  rows: readonly (readonly [value: string, label: string, alsoAccepts?: readonly string[]])[],
): Choice[] {
  return choices(rows.map(([value, label, alsoAccepts]) => [value, label, label, alsoAccepts]));
}

/** The states of a kind, as its State field offers them. */
export function stateChoices(states: Readonly<Record<string, Omit<Choice, 'value'>>>): Choice[] {
  return Object.entries(states).map(([value, { label, external, alsoAccepts = [] }]) => ({
    value,
    label,
    external,
    alsoAccepts,
  }));
}

/** Levels of impact and urgency. */
export const levels = choices([
  ['1', '1 - High', '1', ['High']],
  ['2', '2 - Medium', '2', ['Medium']],
  ['3', '3 - Low', '3', ['Low']],
]);

export const priorities = choices([
  ['1', '1 - Critical', '1', ['Critical']],
  ['2', '2 - High', '2', ['High']],
  ['3', '3 - Moderate', '3', ['Moderate']],
  ['4', '4 - Low', '4', ['Low']],
  ['5', '5 - Planning', '5', ['Planning']],
]);

/** The value's label, or the value itself if the table does not have it. */
export function labelOf(table: readonly Choice[], value: string | number | null): string {
  return table.find((choice) => choice.value === String(value))?.label ?? (value === null ? '' : String(value));
}

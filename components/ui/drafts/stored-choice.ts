/** Stored display choices of this browser, such as how a page is shown. */
const PREFIX = 'casebridge.chosen.1 ';

/** The stored choice under this key; null if it is not one of `values`, or nothing can be stored. */
export function rememberedChoice<Value extends string>(key: string, values: readonly Value[]): Value | null {
  try {
    const stored = localStorage.getItem(PREFIX + key);
    return values.find((value) => value === stored) ?? null;
  } catch {
    return null;
  }
}

/** Stores a choice for the next time. */
export function rememberChoice(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Without storage, the page shows its default.
  }
}

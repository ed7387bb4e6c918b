/** What somebody has chosen of a few, in this browser: how a page is to be shown. */
const PREFIX = 'casebridge.chosen.1 ';

/** The choice that is kept under this key; null where there is none of these, or the browser keeps nothing. */
export function rememberedChoice<Value extends string>(key: string, values: readonly Value[]): Value | null {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return values.find((value) => value === kept) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a choice for the next time. */
export function rememberChoice(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // A browser that keeps nothing shows the page as it is at first.
  }
}

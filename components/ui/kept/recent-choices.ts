/** What somebody has chosen last in the fields of this browser: ids alone, as what they are called is asked for anew. */
const PREFIX = 'casebridge.recent.1 ';
const AT_MOST = 5;

/** The ids that were chosen last under this key, the newest first; none where the browser keeps nothing. */
export function recentChoices(key: string): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, AT_MOST) : [];
  } catch {
    return [];
  }
}

/** Puts a choice in front of those before it. */
export function rememberChoice(key: string, id: string): void {
  const others = recentChoices(key).filter((other) => other !== id);
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify([id, ...others].slice(0, AT_MOST)));
  } catch {
    // A browser that keeps nothing offers nothing again.
  }
}

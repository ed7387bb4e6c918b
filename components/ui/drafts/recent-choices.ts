/** Recent choices in fields of this browser: only ids, as labels are requested anew. */
const PREFIX = 'casebridge.recent.1 ';
const AT_MOST = 5;

/** The ids of recent choices under this key, newest first; empty without storage. */
export function recentChoices(key: string): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, AT_MOST) : [];
  } catch {
    return [];
  }
}

/** Adds a choice in front of the earlier ones. */
export function rememberChoice(key: string, id: string): void {
  const others = recentChoices(key).filter((other) => other !== id);
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify([id, ...others].slice(0, AT_MOST)));
  } catch {
    // Without storage, no recent choices are offered.
  }
}

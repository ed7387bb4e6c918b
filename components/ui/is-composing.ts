/** The key code that browsers report while an input method handles the key. */
const IN_COMPOSITION = 229;

/**
 * Whether a key belongs to an input method (Korean, Japanese, Chinese), where it chooses characters. Safari ends the
 * composition before it reports the Enter key that ended it; then only the key code tells.
 */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === IN_COMPOSITION;
}

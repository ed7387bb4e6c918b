/** What a browser says instead of the key while an input method has it. */
const IN_COMPOSITION = 229;

/**
 * Whether a key belongs to the composition of a Korean, Japanese or Chinese text: it chooses among characters there. Safari
 * ends the composition before it reports the Enter that ended it, and then only the key code says so.
 */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === IN_COMPOSITION;
}

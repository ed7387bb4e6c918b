import { parsePlace, type TimePlace } from '#lib/platform/keyset.ts';

/** NOT-8 · A position in a queue as a URL parameter; null if no page has written it. */
export function parseReplyPlace(text: string | null): (TimePlace & { waits: boolean }) | null {
  const [, kept, place = ''] = text?.match(/^(done|waiting)_(.*)$/) ?? [];
  const found = parsePlace(place);
  return found && { ...found, waits: kept === 'waiting' };
}

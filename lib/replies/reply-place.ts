import { parsePlace, type TimePlace } from '#lib/platform/keyset.ts';

/** NOT-8 · A place in a queue as an address keeps it; null for what no page has written. */
export function parseReplyPlace(text: string | null): (TimePlace & { waits: boolean }) | null {
  const [, kept, place = ''] = text?.match(/^(done|waiting)_(.*)$/) ?? [];
  const found = parsePlace(place);
  return found && { ...found, waits: kept === 'waiting' };
}

import { NOTHING_SHOWN, Shown } from '#lib/platform/confirmation.ts';

function shownIn(value: unknown): Shown {
  try {
    return Shown.safeParse(typeof value === 'string' ? JSON.parse(value) : value).data ?? NOTHING_SHOWN;
  } catch {
    return NOTHING_SHOWN;
  }
}

/** SYNC-MAJ-1 · Separates an action's input from the figures that the user was shown. Without figures, nothing was shown. */
export function takeShown(sent: unknown): { input: unknown; shown: Shown } {
  if (sent instanceof FormData) {
    const shown = shownIn(sent.get('shown'));
    sent.delete('shown');
    return { input: sent, shown };
  }
  if (typeof sent !== 'object' || sent === null || !('shown' in sent)) return { input: sent, shown: NOTHING_SHOWN };
  const { shown, ...input } = sent;
  return { input, shown: shownIn(shown) };
}

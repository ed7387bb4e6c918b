const DAY = 24 * 3_600_000;

/** CASE-3, CASE-11 · When a solution counts as accepted that has waited since then; null: it is not waiting, or waits for ever. */
export function closesAt(state: string, waitsSince: Date | string | null, days: number): string | null {
  if (state !== 'resolved' || !waitsSince || days <= 0) return null;
  return new Date(new Date(waitsSince).getTime() + days * DAY).toISOString();
}

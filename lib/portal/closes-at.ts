const DAY = 24 * 3_600_000;

/** CASE-3, CASE-11 · When a waiting solution counts as accepted; null: none is waiting, or it waits without limit. */
export function closesAt(state: string, waitsSince: Date | string | null, days: number): string | null {
  if (state !== 'resolved' || !waitsSince || days <= 0) return null;
  return new Date(new Date(waitsSince).getTime() + days * DAY).toISOString();
}

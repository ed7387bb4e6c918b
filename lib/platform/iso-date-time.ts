const SHAPE = /^(\d{4}-\d\d-(\d\d))T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Q-13 · Parses an ISO text with its zone: 2026-11-21T08:20:00.000Z. Null for any other text, for a day that its month does
 * not have, and for a year before 1 or after 9999, which PostgreSQL does not read in this form.
 */
export function parseIsoDateTime(text: string): Date | null {
  const [, date, day] = SHAPE.exec(text) ?? [];
  // JavaScript reads 31 February as 3 March.
  if (new Date(`${date}T00:00Z`).getUTCDate() !== Number(day)) return null;
  const dateTime = new Date(text);
  const year = dateTime.getUTCFullYear();
  return year >= 1 && year <= 9999 ? dateTime : null;
}

export type LookupRow = { impact: number; urgency: number; priority: number; order: number; active: boolean };

export type Triple = { impact: number; urgency: number; priority: number };

/** INC-4: the priority that the active rows give for impact and urgency; null if no row does. */
export function priorityFor(rows: readonly LookupRow[], impact: number, urgency: number): number | null {
  const row = rows.find((each) => each.active && each.impact === impact && each.urgency === urgency);
  return row?.priority ?? null;
}

/** REL-6: impact and urgency that give a priority, by lowest order; null if no row does. */
export function pairFor(rows: readonly LookupRow[], priority: number): { impact: number; urgency: number } | null {
  const [row] = rows.filter((each) => each.active && each.priority === priority).sort((a, b) => a.order - b.order);
  return row ? { impact: row.impact, urgency: row.urgency } : null;
}

/** ADM-3: the ITIL matrix. The order makes the reverse lookup give (1,1), (1,2), (2,2), (2,3), (3,3) for 1 to 5. */
export const defaultLookup: readonly Omit<LookupRow, 'active'>[] = [
  { impact: 1, urgency: 1, priority: 1, order: 100 },
  { impact: 1, urgency: 2, priority: 2, order: 200 },
  { impact: 2, urgency: 1, priority: 2, order: 210 },
  { impact: 2, urgency: 2, priority: 3, order: 300 },
  { impact: 1, urgency: 3, priority: 3, order: 310 },
  { impact: 3, urgency: 1, priority: 3, order: 320 },
  { impact: 2, urgency: 3, priority: 4, order: 400 },
  { impact: 3, urgency: 2, priority: 4, order: 410 },
  { impact: 3, urgency: 3, priority: 5, order: 500 },
];

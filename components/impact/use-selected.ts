'use client';

import { useState } from 'react';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';

const none: ReadonlySet<string> = new Set();

export interface Selected {
  rows: readonly ImpactRow[];
  ids: ReadonlySet<string>;
  select: (ids: ReadonlySet<string>) => void;
}

/** The selected rows. A row that is no longer listed is no longer selected. */
export function useSelected(listed: readonly ImpactRow[]): Selected {
  const [chosen, select] = useState(none);
  const rows = listed.filter(({ id }) => chosen.has(id));
  return { rows, ids: new Set(rows.map(({ id }) => id)), select };
}

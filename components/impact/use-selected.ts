'use client';

import { useState } from 'react';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';

const none: ReadonlySet<string> = new Set();

export interface Selected {
  rows: readonly ImpactRow[];
  ids: ReadonlySet<string>;
  select: (ids: ReadonlySet<string>) => void;
}

/** Those of the rows that are selected: who is not listed any more is not. */
export function useSelected(listed: readonly ImpactRow[]): Selected {
  const [chosen, select] = useState(none);
  const rows = listed.filter(({ id }) => chosen.has(id));
  return { rows, ids: new Set(rows.map(({ id }) => id)), select };
}

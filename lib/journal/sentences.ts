import { historyLabel } from '#lib/kinds/history-label.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { ChangeLine } from './timeline-entry.ts';

export type Change = { field: string; from: string; to: string; version: number };

/** So much of a value is shown. */
export const LONGEST_VALUE = 240;

const short = (text: string) => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);

/** REC-2 · A changed field: what it was called, was and is. Long texts are cut. */
export function changeLine(kind: TaskKind, { field, from, to }: Change): ChangeLine {
  return { label: historyLabel(kind, field), from: short(from), to: short(to) };
}

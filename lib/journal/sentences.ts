import { historyLabel } from '#lib/kinds/history-label.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { ChangeLine } from './timeline-entry.ts';

export type Change = { field: string; from: string; to: string; version: number };

/** The maximum length of a shown value. */
export const LONGEST_VALUE = 240;

const short = (text: string) => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);

/** REC-2 · A changed field with its label, old and new value. Long texts are cut. */
export function changeLine(kind: TaskKind, { field, from, to }: Change): ChangeLine {
  return { label: historyLabel(kind, field), from: short(from), to: short(to) };
}

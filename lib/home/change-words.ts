import { historyLabel } from '#lib/kinds/history-label.ts';
import type { Change } from './changes.ts';

const times = (count: number, one: string) => (count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${one}s`]);

/** "2 work notes, 1 comment, State, Priority" */
export function changeWords({
  kind,
  notes,
  comments,
  fields,
}: Pick<Change, 'kind' | 'notes' | 'comments' | 'fields'>): string {
  const labels = fields.map((name) => historyLabel(kind, name));
  return [...times(notes, 'work note'), ...times(comments, 'comment'), ...labels].join(', ');
}

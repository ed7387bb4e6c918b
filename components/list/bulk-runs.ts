import type { TaskKind } from '#lib/task/kind.ts';
import { addEntryToManyAction, assignManyAction, updateManyAction, watchManyAction } from '#lib/task/list/actions.ts';
import type { BulkMove } from '#lib/task/list/bulk-moves.ts';
import { assigned, became, received, setBack, watched } from '#lib/task/rules/bulk-words.ts';
import type { BulkRun } from './use-bulk.ts';

export type BulkTarget = 'me' | { groupId: string; name: string } | { userId: string; name: string };

export function assignTo(kind: TaskKind, to: BulkTarget): BulkRun {
  const name = to === 'me' ? null : to.name;
  return {
    label: `Assign to ${name ?? 'me'}`,
    send: (records, how) => assignManyAction({ kind, records, to, ...how }),
    said: assigned(name),
    undo: { what: 'assignment', said: setBack },
  };
}

export function setPriority(kind: TaskKind, { value, label }: { value: string; label: string }): BulkRun {
  return {
    label,
    send: (records, how) => updateManyAction({ kind, records, to: { values: { priority: value } }, ...how }),
    said: became(kind, label),
    undo: { what: 'priority', said: setBack },
  };
}

/** What a move asked for, and was filled in. */
export type Filled = {
  values: Readonly<Record<string, string | number | boolean | null>>;
  comment?: string;
  workNote?: string;
};

export function moveTo(kind: TaskKind, move: BulkMove, { values, ...words }: Filled, onDone?: () => void): BulkRun {
  const { to, label, becomes } = move;
  const goal = 'verb' in to ? { verb: to.verb, values: { ...values } } : { values: { ...values, ...to } };
  return {
    label,
    send: (records, how) => updateManyAction({ kind, records, to: goal, ...words, ...how }),
    said: became(kind, becomes),
    undo: { what: 'state', said: setBack },
    ...(onDone ? { onDone } : {}),
  };
}

export const entryNames = { comment: 'comment', work_note: 'work note' } as const;

export type EntryType = keyof typeof entryNames;

export function postInEach(kind: TaskKind, type: EntryType, text: string, onDone: () => void): BulkRun {
  return {
    label: `Post ${entryNames[type]}`,
    send: (records, how, callId) => addEntryToManyAction({ kind, records, type, text, ...how }, callId),
    said: received(entryNames[type]),
    onDone,
  };
}

type WatchList = { list: 'watch_list' | 'work_notes_list'; label: string };

export function watchEach(kind: TaskKind, { list, label }: WatchList, watching: boolean): BulkRun {
  return {
    label: watching ? 'Watch' : 'Stop watching',
    send: (records) => watchManyAction({ kind, records, list, watching }),
    said: watched(label.toLowerCase(), watching),
    undo: { what: 'watching', said: watched(label.toLowerCase(), !watching) },
  };
}

import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { StateEntry } from '../definition.ts';
import type { TaskKind } from '../kind.ts';

/** REC-2 · The lists of watchers, with their names in history and on screen. */
export const watchLists = {
  watch_list: { field: 'watchList', label: 'Watch list' },
  work_notes_list: { field: 'workNotesList', label: 'Work notes list' },
} as const;

export type WatchListName = keyof typeof watchLists;

export const watchListNames = Object.keys(watchLists) as WatchListName[];

/** The most people who get an email about every entry; larger audiences need a group. */
export const WATCHERS_AT_MOST = 200;

/** A possible watcher: what the person may receive in general, and whether the person may read this record. */
type Watcher = { name: string; receives: { workNotes: boolean; ofKind: boolean }; reads: boolean };

/** CASE-5 · The lists of a closed case cannot change. */
export function watchersMayChange(kind: TaskKind, phase: StateEntry['phase']): Verdict {
  if (kind === 'case' && phase === 'final') return no('CASE-5', 'A closed case can no longer be changed.');
  return yes;
}

/** REC-1, INC-6 · Work notes and incidents are for staff. Only readers of the record receive updates about it. */
export function mayBeWatchedBy(number: string, list: WatchListName, person: Watcher): Verdict {
  if (!person.receives.workNotes && list === 'work_notes_list')
    return no('REC-1', `${person.name} is a customer: work notes are for staff.`, 'userId');
  if (!person.receives.ofKind) return no('INC-6', `${person.name} is a customer and can watch cases only.`, 'userId');
  if (!person.reads) return no('REC-5', `${person.name} may not see ${number}, and so cannot watch it.`, 'userId');
  return yes;
}

/** REC-5 · A list has a limit. */
export function listHasRoom(list: WatchListName, people: number): Verdict {
  if (people < WATCHERS_AT_MOST) return yes;
  const { label } = watchLists[list];
  return no('REC-5', `${label}: there is room for ${WATCHERS_AT_MOST} people, and it is full.`, 'userId');
}

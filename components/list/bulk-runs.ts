import type { CaseVerbName } from '#lib/kinds/case/verbs.ts';
import { addEntryToManyAction, assignManyAction, updateManyAction, watchManyAction } from '#lib/list/actions.ts';
import type { BulkMove } from '#lib/list/bulk-moves.ts';
import { assigned, became, received, restored, watched } from '#lib/list/rules/bulk-words.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { BulkRun, Selected } from './use-bulk.ts';

/** SYNC-5 · Saves the given values in each record. */
const saving =
  (kind: TaskKind, values: Filled['values'], words: Omit<Filled, 'values'> = {}) =>
  ({ number, version }: Selected) =>
    ({ what: 'save', kind, number, version, values: { ...values }, ...words }) as const;

export type BulkTarget = 'me' | { groupId: string; name: string } | { userId: string; name: string };

/** A case is assigned to oneself by a header button. For other kinds, the browser cannot preview the effects. */
function assigning(kind: TaskKind, to: BulkTarget): Pick<BulkRun, 'considers'> {
  if (to !== 'me')
    return {
      considers:
        'groupId' in to ? saving(kind, { assignmentGroupId: to.groupId }) : saving(kind, { assignedToId: to.userId }),
    };
  return kind === 'case' ? { considers: ({ number }) => ({ what: 'move', number, verb: 'assign-to-me' }) } : {};
}

export function assignTo(kind: TaskKind, to: BulkTarget): BulkRun {
  const name = to === 'me' ? null : to.name;
  return {
    label: `Assign to ${name ?? 'me'}`,
    send: (records, how) => assignManyAction({ kind, records, to, ...how }),
    ...assigning(kind, to),
    wording: assigned(name),
    undo: { what: 'assignment', wording: restored },
  };
}

export const SET_PRIORITY = 'Set priority';
export const SET_STATE = 'Set state';

/** A move in words: a button of a case says what it does, a state needs the verb. */
export const moveName = ({ to, label }: Pick<BulkMove, 'to' | 'label'>) =>
  'verb' in to ? label : `${SET_STATE}: ${label}`;

export function setPriority(kind: TaskKind, { value, label }: { value: string; label: string }): BulkRun {
  return {
    label: `${SET_PRIORITY}: ${label}`,
    send: (records, how) => updateManyAction({ kind, records, to: { values: { priority: value } }, ...how }),
    considers: saving(kind, { priority: value }),
    wording: became(kind, label),
    undo: { what: 'priority', wording: restored },
  };
}

type Values = Record<string, string | number | boolean | null>;

/** The input of a state change, filled in. */
export type Filled = {
  values: Values;
  comment?: string;
  workNote?: string;
};

type Goal = { verb: CaseVerbName; values: Values } | { values: Values };

export function moveTo(kind: TaskKind, move: BulkMove, { values, ...words }: Filled, onDone?: () => void): BulkRun {
  const { to, becomes } = move;
  const goal: Goal = 'verb' in to ? { verb: to.verb, values: { ...values } } : { values: { ...values, ...to } };
  return {
    label: moveName(move),
    send: (records, how) => updateManyAction({ kind, records, to: goal, ...words, ...how }),
    considers: (record) =>
      'verb' in goal
        ? { what: 'move', number: record.number, verb: goal.verb, values: goal.values, ...words }
        : saving(kind, goal.values, words)(record),
    wording: became(kind, becomes),
    undo: { what: 'state', wording: restored },
    ...(onDone ? { onDone } : {}),
  };
}

export const entryNames = { comment: 'comment', work_note: 'work note' } as const;

export type EntryType = keyof typeof entryNames;

export function postInEach(kind: TaskKind, type: EntryType, text: string, onDone: () => void): BulkRun {
  return {
    label: `Post ${entryNames[type]}`,
    send: (records, how, callId) => addEntryToManyAction({ kind, records, type, text, ...how }, callId),
    considers: ({ number }) => ({ what: 'entry', kind, number, type, text }),
    wording: received(entryNames[type]),
    onDone,
  };
}

type WatchList = { list: 'watch_list' | 'work_notes_list'; label: string };

export function watchEach(kind: TaskKind, { list, label }: WatchList, watching: boolean): BulkRun {
  return {
    label: watching ? 'Watch' : 'Stop watching',
    send: (records) => watchManyAction({ kind, records, list, watching }),
    wording: watched(label.toLowerCase(), watching),
    undo: { what: 'watching', wording: watched(label.toLowerCase(), !watching) },
  };
}

import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { StateEntry } from '../definition.ts';

type States = Readonly<Record<string, StateEntry>>;
type RecordSnapshot = { number: string; state: string };

/** REC-5 · A record moves only to states that its table of moves allows. */
export function mayMove(
  { noun, states, moves }: { noun: string; states: States; moves: readonly string[] | undefined },
  from: string,
  to: string,
): Verdict {
  if (from === to || moves?.includes(to)) return yes;
  const label = (state: string) => states[state]?.label ?? state;
  return no('REC-5', `${noun} cannot go from ${label(from)} to ${label(to)}.`, 'state');
}

/** REC-5 · The fields of an ended record cannot change; journal entries can still be added. */
export function finalRecordKeepsItsFields<R extends RecordSnapshot>(states: States, before: R, after: R): Verdict {
  const state = states[before.state];
  if (state?.phase !== 'final' || before === after) return yes;
  return no('REC-5', `${before.number} is ${state.label} and can no longer be changed.`);
}

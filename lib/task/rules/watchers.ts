import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { StateEntry } from '../definition.ts';
import type { TaskKind } from '../kind.ts';

type Person = { audience: 'internal' | 'external'; name: string };

/** INC-6, REC-1 · Work notes are for staff; so is everything about an incident. CASE-5: a closed case keeps its lists. */
export function mayBeWatchedBy(kind: TaskKind, phase: StateEntry['phase'], list: string, person: Person): Verdict {
  if (kind === 'case' && phase === 'final') return no('CASE-5', 'A closed case can no longer be changed.');
  if (person.audience === 'internal') return yes;
  if (list === 'work_notes_list')
    return no('REC-1', `${person.name} is a customer: work notes are for staff.`, 'userId');
  if (kind !== 'case') return no('INC-6', `${person.name} is a customer and is never told of an incident.`, 'userId');
  return yes;
}

import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type IncidentState, incidentStates } from '../states.ts';

/** INC-7 · Only an incident that can still change becomes a parent. A parent may end later: it keeps its children. */
export function mayBeParent({ number, state }: { number: string; state: string }): Verdict {
  const { phase, label } = incidentStates[state as IncidentState];
  return phase === 'final'
    ? no('INC-7', `${number} is ${label}: choose a parent incident that has not ended.`, 'parentId')
    : yes;
}

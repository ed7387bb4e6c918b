import type { CaseState } from './states.ts';

/** A header button of a case: who has it, from which states, what it leads to and what it asks for. */
export type CaseVerb = {
  label: string;
  by: 'agent' | 'customer';
  from: readonly CaseState[];
  /** Absent: the state stays. */
  to?: CaseState;
  asks: readonly ('comment' | 'resolutionCode' | 'resolutionNotes' | 'addResolutionNotesToComments')[];
  /** Asks only for confirmation, because there is no way back. */
  final?: true;
};

/** Spec 1, table of the case; CASE-8 says which of the first three a person sees. */
export const caseVerbs = {
  accept: { label: 'Accept', by: 'agent', from: ['new'], to: 'open', asks: [] },
  'assign-to-me': { label: 'Assign to me', by: 'agent', from: ['new', 'open', 'awaiting_info'], asks: [] },
  'request-info': { label: 'Request info', by: 'agent', from: ['open'], to: 'awaiting_info', asks: ['comment'] },
  open: { label: 'Open case', by: 'agent', from: ['awaiting_info'], to: 'open', asks: [] },
  'propose-solution': {
    label: 'Propose solution',
    by: 'agent',
    from: ['new', 'open', 'awaiting_info'],
    to: 'resolved',
    asks: ['resolutionCode', 'resolutionNotes', 'addResolutionNotesToComments'],
  },
  close: {
    label: 'Close case',
    by: 'agent',
    from: ['new', 'open', 'awaiting_info'],
    to: 'closed',
    asks: ['resolutionCode', 'resolutionNotes'],
    final: true,
  },
  cancel: {
    label: 'Cancel case',
    by: 'agent',
    from: ['new', 'open', 'awaiting_info'],
    to: 'cancelled',
    asks: [],
    final: true,
  },
  'accept-solution': { label: 'Accept solution', by: 'customer', from: ['resolved'], to: 'closed', asks: [] },
  'reject-solution': { label: 'Reject solution', by: 'customer', from: ['resolved'], to: 'open', asks: ['comment'] },
  'close-own': { label: 'Close case', by: 'customer', from: ['new', 'open', 'awaiting_info'], to: 'closed', asks: [] },
} as const satisfies Record<string, CaseVerb>;

export type CaseVerbName = keyof typeof caseVerbs;

export const caseVerbNames = Object.keys(caseVerbs) as [CaseVerbName, ...CaseVerbName[]];

type RecordSnapshot = { state: string; assignedToId: string | null; majorCaseState: string | null };

/** CASE-8, CASE-3: the verbs that a person has on a case now. A major case has no customer: its manager closes it. */
export function verbsNow(
  theCase: RecordSnapshot,
  by: { userId: string | null; as: 'agent' | 'customer' },
): CaseVerbName[] {
  const mine = by.userId !== null && theCase.assignedToId === by.userId;
  return caseVerbNames.filter((name) => {
    const verb: CaseVerb = caseVerbs[name];
    if (verb.by !== by.as) return false;
    if (name === 'close' && theCase.majorCaseState === 'accepted' && theCase.state === 'resolved') return true;
    if (!verb.from.some((state) => state === theCase.state)) return false;
    if (name === 'accept') return mine;
    if (name === 'assign-to-me') return !mine;
    return true;
  });
}

/** Where a verb leads from here: Assign to me opens a New case and leaves the state of others (CASE-8). */
export function stateAfter(name: CaseVerbName, state: string): string {
  if (name === 'assign-to-me') return state === 'new' ? 'open' : state;
  const verb: CaseVerb = caseVerbs[name];
  return verb.to ?? state;
}

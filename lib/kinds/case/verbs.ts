import type { CaseState } from './states.ts';

/** A header button of a case: the permission it needs, its source states, its target state and its input. */
export type CaseVerb = {
  label: string;
  needs: 'edit' | 'answer';
  from: readonly CaseState[];
  /** Absent: the state stays. */
  to?: CaseState;
  asks: readonly ('comment' | 'workNote' | 'resolutionCode' | 'resolutionNotes' | 'addResolutionNotesToComments')[];
  /** The inputs that may be empty. */
  optional?: readonly CaseVerb['asks'][number][];
  /** Initial values of inputs, whatever the case has. */
  begins?: Readonly<Record<string, true>>;
  /** CASE-10 · Records the customer's answer, given by phone or in person. */
  onBehalf?: true;
  /** CASE-11 · Handles the customer's comment on a proposed solution. */
  handlesComment?: true;
  /** The work note that the verb writes. */
  leaves?: string;
  /** Asks only for confirmation, because there is no way back. */
  final?: true;
  /** What customers notice; shown before a bulk action. */
  noticed?: string;
};

/** The verbs of a case by name. CASE-8 decides which of the first three a user sees. */
export const caseVerbs = {
  accept: { label: 'Accept', needs: 'edit', from: ['new'], to: 'open', asks: [] },
  'assign-to-me': { label: 'Assign to me', needs: 'edit', from: ['new', 'open', 'awaiting_info'], asks: [] },
  'request-info': { label: 'Request info', needs: 'edit', from: ['open'], to: 'awaiting_info', asks: ['comment'] },
  open: { label: 'Open case', needs: 'edit', from: ['awaiting_info'], to: 'open', asks: [] },
  'propose-solution': {
    label: 'Propose solution',
    needs: 'edit',
    from: ['new', 'open', 'awaiting_info'],
    to: 'resolved',
    asks: ['resolutionCode', 'resolutionNotes', 'addResolutionNotesToComments'],
    optional: ['addResolutionNotesToComments'],
    begins: { addResolutionNotesToComments: true },
    noticed: 'Each reachable customer is asked to accept the solution. This cannot be undone.',
  },
  close: {
    label: 'Close case',
    needs: 'edit',
    from: ['new', 'open', 'awaiting_info'],
    to: 'closed',
    asks: ['resolutionCode', 'resolutionNotes'],
    optional: ['resolutionCode'],
    final: true,
  },
  cancel: {
    label: 'Cancel case',
    needs: 'edit',
    from: ['new', 'open', 'awaiting_info'],
    to: 'cancelled',
    asks: [],
    final: true,
  },
  'record-acceptance': {
    label: 'Record acceptance',
    needs: 'edit',
    from: ['resolved'],
    to: 'closed',
    asks: ['workNote'],
    onBehalf: true,
    handlesComment: true,
    final: true,
  },
  'record-rejection': {
    label: 'Record rejection',
    needs: 'edit',
    from: ['resolved'],
    to: 'open',
    asks: ['workNote'],
    onBehalf: true,
    handlesComment: true,
  },
  'just-a-comment': {
    label: 'Just a comment',
    needs: 'edit',
    from: ['resolved'],
    asks: [],
    handlesComment: true,
    leaves: 'Just a comment: it neither accepts nor rejects the solution, which still needs an answer.',
  },
  reopen: { label: 'Take back to Open', needs: 'edit', from: ['resolved'], to: 'open', asks: ['workNote'] },
  'accept-solution': { label: 'Accept solution', needs: 'answer', from: ['resolved'], to: 'closed', asks: [] },
  'reject-solution': { label: 'Reject solution', needs: 'answer', from: ['resolved'], to: 'open', asks: ['comment'] },
  'close-own': {
    label: 'Close case',
    needs: 'answer',
    from: ['new', 'open', 'awaiting_info'],
    to: 'closed',
    asks: ['comment'],
    // POR-16: the portal asks for a reason, but an email has none.
    optional: ['comment'],
  },
} as const satisfies Record<string, CaseVerb>;

export type CaseVerbName = keyof typeof caseVerbs;

export const caseVerbNames = Object.keys(caseVerbs) as [CaseVerbName, ...CaseVerbName[]];

export type CaseSnapshot = {
  state: string;
  assignedToId: string | null;
  majorCaseState: string | null;
  answeredAt: Date | null;
} & Record<'accountId' | 'contactId' | 'consumerId', string | null>;

/** CASE-9 · No customer can answer: it is a major case, or has no customer. */
export function hasNoCustomerToAnswer({ majorCaseState, accountId, contactId, consumerId }: CaseSnapshot): boolean {
  return majorCaseState === 'accepted' || (accountId ?? contactId ?? consumerId) === null;
}

/** CASE-11 · The customer has commented on a proposed solution, and staff have not handled the comment yet. */
export function isAnswered({ state, answeredAt }: Pick<CaseSnapshot, 'state' | 'answeredAt'>): boolean {
  return state === 'resolved' && answeredAt !== null;
}

/** CASE-8, CASE-3, CASE-9, CASE-10 · Whether the verb applies now. Without a customer, Resolved can be closed or reopened. */
export function verbIsPossible(theCase: CaseSnapshot, name: CaseVerbName, userId: string | null): boolean {
  const verb: CaseVerb = caseVerbs[name];
  const mine = userId !== null && theCase.assignedToId === userId;
  const isOwn = hasNoCustomerToAnswer(theCase);
  if (name === 'close' && isOwn && theCase.state === 'resolved') return true;
  if (name === 'reopen' && !isOwn) return false;
  if (verb.onBehalf && isOwn) return false;
  if (!verb.from.some((state) => state === theCase.state)) return false;
  if (name === 'accept') return mine;
  if (name === 'assign-to-me') return !mine;
  return name !== 'just-a-comment' || isAnswered(theCase);
}

/** CASE-8 · The state after a verb: Assign to me opens a New case and keeps any other state. */
export function stateAfter(name: CaseVerbName, state: string): string {
  if (name === 'assign-to-me') return state === 'new' ? 'open' : state;
  const verb: CaseVerb = caseVerbs[name];
  return verb.to ?? state;
}

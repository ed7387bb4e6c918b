import type { CaseVerbName } from '#lib/kinds/case/verbs.ts';
import type { FieldValue } from '#lib/record/field.ts';
import type { LinkName } from '#lib/record/link.ts';
import type { Variant } from '#lib/related/variant.ts';
import type { MovableBy } from '#lib/work-order-task/task-moves.ts';
import type { KnownError } from './articles.ts';
import type { GroupName, Person } from './cast.ts';
import type { OfferName } from './catalog.ts';
import type { TemplateName } from './templates.ts';
import type { ItemName, ProductName } from './things.ts';

type Values = Readonly<Record<string, FieldValue>>;
export type Ordered = readonly (readonly [offer: OfferName, quantity: number])[];

/** An action on the record of a story. */
export type StoryAction =
  | { do: 'move'; verb: CaseVerbName; values?: Values; comment?: string }
  | { do: 'comment' | 'note'; text: string }
  | { do: 'update'; values: Values; comment?: string; workNote?: string }
  | { do: 'create'; variant: Variant; as: string; values?: Values; template?: TemplateName }
  | { do: 'order'; items: Ordered; as: string; instructions?: string }
  /** Links the record and another one. One of them is the case; without a case, the incident. */
  | { do: 'associate' | 'remove'; with: string; link: LinkName }
  | { do: 'assign'; to: Person }
  | { do: 'group'; group: GroupName }
  /** Sets a field of this record to another story's record: an incident's parent, a duplicate's original. */
  | { do: 'refer'; field: string; to: string; values?: Values }
  | { do: 'ask-approval'; state: 'assess' | 'authorize'; of: GroupName }
  | { do: 'answer'; answer: 'approved' | 'rejected'; reason?: string }
  | { do: 'schedule'; inHours: number; forHours: number }
  | { do: 'communicate'; what: 'workaround' | 'fix' }
  /** Writes the article of a known error and attaches it to the problem. */
  | { do: 'document'; article: KnownError }
  /** Creates a proactive case for each of these accounts, which the record affects. */
  | { do: 'generate'; for: readonly (readonly [account: string, as: string])[] }
  /** Sends a message to the customers of all its cases. */
  | { do: 'notify'; text: string }
  /** The message's email to this person bounces. */
  | { do: 'bounce'; of: Person; error: string }
  | { do: 'propose-major'; workNote: string; businessImpact: string }
  /** Approves the case as the first child of a major case with the key `as`; the other cases become children too. */
  | { do: 'approve-major'; as: string; children: readonly string[] }
  | { do: 'add-children'; children: readonly string[] }
  /** Adds these accounts to the list of a major case and creates a child case for each. */
  | { do: 'child-cases'; comment: string; for: readonly (readonly [account: string, as: string])[] }
  /** Moves the work order's newest open task. */
  | { do: 'task'; move: MovableBy; to?: Person; reason?: string; followOn?: string }
  /** Performs an action on one item of a request. */
  | { do: 'to-item'; offer: OfferName; action: StoryAction };

/** Hours after the story began, the actor, and the action. */
export type Step = readonly [hours: number, by: Person, action: StoryAction];

type Common = {
  key: string;
  /** Days before the day of seeding, and the time of that day in UTC. */
  begins: readonly [daysAgo: number, time: string];
  by: Person;
  steps: readonly Step[];
};

type Written = Common & {
  priority?: number;
  impact?: number;
  urgency?: number;
  title: string;
  text: string;
  item?: ItemName;
  group?: GroupName;
};

/** A record and its steps. A request has no title: it is named after the ordered items. */
export type Story =
  | (Written & {
      kind: 'case';
      customer: string;
      channel: 'web' | 'phone' | 'email' | 'chat' | 'social';
      product?: ProductName;
    })
  | (Written & { kind: 'incident'; category: string; caller?: Person })
  | (Written & { kind: 'problem' })
  | (Written & { kind: 'change'; type: 'normal' | 'emergency'; values: Values })
  | (Written & { kind: 'work_order'; account: string; address: string; timeZone: string })
  | (Common & { kind: 'request'; items: Ordered; instructions?: string });

/** The further steps of a record that a case's story creates, counted from its creation. */
export type FollowUp = { key: string; steps: readonly Step[] };

export const accept = (): StoryAction => ({ do: 'move', verb: 'assign-to-me' });
export const requestInfo = (comment: string): StoryAction => ({ do: 'move', verb: 'request-info', comment });
export const cancel = (): StoryAction => ({ do: 'move', verb: 'cancel' });
export const acceptSolution = (): StoryAction => ({ do: 'move', verb: 'accept-solution' });
export const rejectSolution = (comment: string): StoryAction => ({ do: 'move', verb: 'reject-solution', comment });
export const closeOwn = (): StoryAction => ({ do: 'move', verb: 'close-own' });
export const comment = (text: string): StoryAction => ({ do: 'comment', text });
export const note = (text: string): StoryAction => ({ do: 'note', text });

/** Proposes a solution; the resolution notes are also sent to the customer as a comment. */
export const solve = (resolutionNotes: string, resolutionCode = 'fixed_by_support'): StoryAction => ({
  do: 'move',
  verb: 'propose-solution',
  values: { resolutionCode, resolutionNotes, addResolutionNotesToComments: true },
});

export const close = (resolutionNotes: string, resolutionCode = 'fixed_by_support'): StoryAction => ({
  do: 'move',
  verb: 'close',
  values: { resolutionCode, resolutionNotes },
});

export const createIncident = (as: string): StoryAction => ({ do: 'create', variant: 'incident', as });
export const createProblem = (as: string): StoryAction => ({ do: 'create', variant: 'problem', as });
export const createChange = (as: string): StoryAction => ({ do: 'create', variant: 'normal_change', as });
export const createStandardChange = (as: string, template: TemplateName): StoryAction => ({
  do: 'create',
  variant: 'standard_change',
  as,
  template,
});
export const createWorkOrder = (as: string, shortDescription: string, description = ''): StoryAction => ({
  do: 'create',
  variant: 'work_order',
  as,
  values: { shortDescription, description },
});
export const order = (as: string, items: Ordered, instructions?: string): StoryAction => ({
  do: 'order',
  as,
  items,
  ...(instructions ? { instructions } : {}),
});
export const associate = (other: string, link: LinkName = 'incident'): StoryAction => ({
  do: 'associate',
  with: other,
  link,
});
export const remove = (other: string, link: LinkName = 'incident'): StoryAction => ({
  do: 'remove',
  with: other,
  link,
});
export const assign = (to: Person): StoryAction => ({ do: 'assign', to });
export const assignGroup = (group: GroupName): StoryAction => ({ do: 'group', group });

export const work = (workNote?: string): StoryAction => ({
  do: 'update',
  values: { state: 'in_progress' },
  ...(workNote ? { workNote } : {}),
});

export const hold = (holdReason: string, comment?: string): StoryAction => ({
  do: 'update',
  values: { state: 'on_hold', holdReason },
  ...(comment ? { comment } : {}),
});

export const resolve = (resolutionNotes: string, resolutionCode = 'solution_provided'): StoryAction => ({
  do: 'update',
  values: { state: 'resolved', resolutionCode, resolutionNotes },
});

export const closeIncident = (): StoryAction => ({ do: 'update', values: { state: 'closed' } });
export const cancelIncident = (): StoryAction => ({ do: 'update', values: { state: 'canceled' } });
export const rate = (impact: number, urgency: number): StoryAction => ({ do: 'update', values: { impact, urgency } });
const move = (state: string, values: Values = {}, workNote?: string): StoryAction => ({
  do: 'update',
  values: { state, ...values },
  ...(workNote ? { workNote } : {}),
});

export const assess = (workNote?: string): StoryAction => move('assess', {}, workNote);
export const analyse = (workNote?: string): StoryAction => move('root_cause_analysis', {}, workNote);
export const fix = (causeNotes: string, workNote?: string): StoryAction =>
  move('fix_in_progress', { causeNotes }, workNote);
export const fixed = (fixNotes: string): StoryAction => move('resolved', { fixNotes });
export const closeProblem = (): StoryAction => move('closed');
export const acceptRisk = (causeNotes: string, riskAcceptedReason: string): StoryAction =>
  move('closed', { resolutionCode: 'risk_accepted', causeNotes, riskAcceptedReason });
export const cancelProblem = (cancelledReason: string): StoryAction =>
  move('closed', { resolutionCode: 'canceled', cancelledReason });
export const childOf = (to: string): StoryAction => ({ do: 'refer', field: 'parentId', to });
export const duplicateOf = (to: string): StoryAction => ({
  do: 'refer',
  field: 'duplicateOfId',
  to,
  values: { state: 'closed', resolutionCode: 'duplicate' },
});
export const workaround = (text: string): StoryAction => ({ do: 'update', values: { workaround: text } });
export const communicate = (what: 'workaround' | 'fix'): StoryAction => ({ do: 'communicate', what });
export const document = (article: KnownError): StoryAction => ({ do: 'document', article });

export const plan = (values: Values): StoryAction => ({ do: 'update', values });
export const requestApproval = (state: 'assess' | 'authorize'): StoryAction => ({
  do: 'ask-approval',
  state,
  of: 'CAB',
});
export const approve = (reason?: string): StoryAction => ({
  do: 'answer',
  answer: 'approved',
  ...(reason ? { reason } : {}),
});
export const rejectApproval = (reason: string): StoryAction => ({ do: 'answer', answer: 'rejected', reason });
export const schedule = (inHours: number, forHours = 2): StoryAction => ({ do: 'schedule', inHours, forHours });
export const implement = (workNote?: string): StoryAction => move('implement', {}, workNote);
export const review = (workNote?: string): StoryAction => move('review', {}, workNote);
export const closeChange = (closeNotes: string, closeCode = 'successful'): StoryAction =>
  move('closed', { closeCode, closeNotes });
export const cancelChange = (cancelReason: string): StoryAction => move('canceled', { cancelReason });
export const putOnHold = (onHoldReason: string): StoryAction => ({
  do: 'update',
  values: { onHold: true, onHoldReason },
});
export const resume = (): StoryAction => ({ do: 'update', values: { onHold: false } });

export const qualify = (): StoryAction => move('awaiting_qualification');
export const qualified = (workNote?: string): StoryAction => move('qualified', {}, workNote);
export const cancelWorkOrder = (workNote: string): StoryAction => move('canceled', {}, workNote);
export const dispatch = (to: Person): StoryAction => ({ do: 'task', move: 'assign', to });
export const task = (step: MovableBy, reason = '', followOn = ''): StoryAction => ({
  do: 'task',
  move: step,
  ...(reason ? { reason } : {}),
  ...(followOn ? { followOn } : {}),
});

export const toItem = (offer: OfferName, action: StoryAction): StoryAction => ({ do: 'to-item', offer, action });
export const fulfil = (workNote?: string): StoryAction => move('work_in_progress', {}, workNote);
export const deliver = (workNote?: string): StoryAction => move('closed_complete', {}, workNote);
export const deliverInPart = (workNote: string): StoryAction => move('closed_incomplete', {}, workNote);
export const cancelRequest = (workNote: string): StoryAction => move('closed_cancelled', {}, workNote);

export const generate = (...of: readonly (readonly [account: string, as: string])[]): StoryAction => ({
  do: 'generate',
  for: of,
});
export const notify = (text: string): StoryAction => ({ do: 'notify', text });
export const bounce = (of: Person, error: string): StoryAction => ({ do: 'bounce', of, error });
export const proposeMajor = (workNote: string, businessImpact: string): StoryAction => ({
  do: 'propose-major',
  workNote,
  businessImpact,
});
export const approveMajor = (as: string, ...children: readonly string[]): StoryAction => ({
  do: 'approve-major',
  as,
  children,
});
export const addChildren = (...children: readonly string[]): StoryAction => ({ do: 'add-children', children });
export const childCases = (
  comment: string,
  ...of: readonly (readonly [account: string, as: string])[]
): StoryAction => ({ do: 'child-cases', comment, for: of });

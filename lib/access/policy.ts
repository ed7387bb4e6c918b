import { type Actor, type Customer, groupIdsOf } from '#lib/platform/actor.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { customerCan, customerGrants } from './customer-grants.ts';
import type { StaffRole } from './roles.ts';
import { type StaffPermission, staffGrants } from './staff-grants.ts';

/** CASE-3 · To accept or reject the solution of a case or to close one's own (`answer`) is the customer's alone. */
export type Permission = StaffPermission | 'answer';

const verbs: Readonly<Record<Permission, string>> = {
  see: 'see',
  create: 'create',
  edit: 'change',
  comment: 'write into',
  note: 'write work notes into',
  answer: 'answer for the customer of',
  assign: 'assign',
  link: 'associate',
  export: 'export',
};

function isCustomer(actor: Actor): actor is Customer {
  return actor.kind === 'contact' || actor.kind === 'consumer';
}

/** Whether the actor is of the staff and holds one of these roles; an administrator holds all, the product needs none. */
export function holdsOneOf(actor: Actor, roles: readonly StaffRole[]): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'staff' && [...roles, 'admin' as const].some((role) => actor.roles.has(role));
}

const isAdministrator = (actor: Actor) => holdsOneOf(actor, []);

/** ACC-6 · Whether the actor's roles allow this to records of the kind, among those that the actor reaches. */
export function can(actor: Actor, permission: Permission, kind: TaskKind): boolean {
  if (isCustomer(actor)) return customerCan(actor, permission, kind);
  return permission === 'answer' ? actor.kind === 'system' : holdsOneOf(actor, staffGrants[kind][permission]);
}

/** The same as a verdict, for commands. */
export function may(actor: Actor, permission: Permission, kind: TaskKind): Verdict {
  if (can(actor, permission, kind)) return yes;
  return no('ACC-6', `Your roles do not allow you to ${verbs[permission]} ${taskKinds[kind].plural.toLowerCase()}.`);
}

/** REL-16, INC-7 · The same from a case or an incident that the actor may write. */
export const mayCreateFrom = (actor: Actor, source: 'case' | 'incident', kind: TaskKind): Verdict =>
  source === 'case' ? mayCreateFromCase(actor, kind) : may(actor, 'create', kind);

/** REL-16 · Whether such a record may be created from a case that the actor may write. */
export function mayCreateFromCase(actor: Actor, kind: TaskKind): Verdict {
  return staffGrants[kind].withCase?.includes('create') && can(actor, 'edit', 'case')
    ? yes
    : may(actor, 'create', kind);
}

/** Whether staff see records of the kind by the cases that these are linked to. */
export function isSeenWithCase(kind: TaskKind): boolean {
  return staffGrants[kind].withCase?.includes('see') === true;
}

/** POR-3 · The workspace shows work notes, history and who works on what: it is for staff. Customers have the portal. */
export function mayUseWorkspace(actor: Actor): boolean {
  return !isCustomer(actor);
}

/** REC-1 · Work notes are for staff, whatever the channel. */
export function mayReadWorkNotes(actor: Actor): boolean {
  return !isCustomer(actor);
}

/** INC-6 · Customers hear of kinds that they take part in, and of nothing else. */
export function mayHearOf(actor: Actor, kind: TaskKind): boolean {
  return !isCustomer(actor) || kind in customerGrants;
}

/** ACC-6 · Whether the actor's roles lead to records of the kind: all of them, or those of the cases that the actor works. */
export function seesSome(actor: Actor, kind: TaskKind): boolean {
  return can(actor, 'see', kind) || (isSeenWithCase(kind) && can(actor, 'edit', 'case'));
}

/** INC-6, REQ-2 · Whether a list of the workspace can hold anything for the actor: staff have what is their own. */
export function mayOpenList(actor: Actor, kind: TaskKind): boolean {
  return (
    mayUseWorkspace(actor) &&
    (seesSome(actor, kind) || (staffGrants[kind].own !== undefined && !taskKinds[kind].partOf))
  );
}

type WhoseRecord = { kind: TaskKind; accountId: string | null; contactId: string | null; consumerId: string | null };

/** ACC-6 · Each agent role works the cases of its own customers; a case without customer is for both (CASE-9). */
export function maySeeCustomerOf(actor: Actor, record: WhoseRecord): Verdict {
  if (record.kind !== 'case') return yes;
  if (record.consumerId && !holdsOneOf(actor, ['sn_customerservice.consumer_agent']))
    return no('ACC-6', 'Your roles do not include the cases of consumers.', 'consumerId');
  const ofAccount = record.contactId ?? (record.consumerId ? null : record.accountId);
  if (ofAccount && !holdsOneOf(actor, ['sn_customerservice_agent']))
    return no('ACC-6', 'Your roles do not include the cases of accounts and contacts.', 'contactId');
  return yes;
}

/** ACC-6 · Staff who see all cases by another role serve the own customers alone. */
export function mayServe(actor: Actor, record: WhoseRecord): Verdict {
  const verdict = maySeeCustomerOf(actor, record);
  return verdict.ok ? yes : no(verdict.rule, verdict.because);
}

/** A record that is written into; of a case it must be known whether it is a major one, of what belongs to one that it does. */
type WorkedRecord = WhoseRecord & {
  majorCaseState?: string | null;
  assignedToId?: string | null;
  caseId?: string | null;
};

/** ACC-15 · Of kinds that not everybody works everywhere: what belongs to a case whose customer one serves, and the own. */
function mayWorkHere(actor: Actor, record: WorkedRecord): Verdict {
  const { everywhere, assignees = [] } = staffGrants[record.kind];
  if (!everywhere || holdsOneOf(actor, everywhere)) return yes;
  if (record.assignedToId === actor.id && holdsOneOf(actor, assignees)) return yes;
  if (record.caseId && can(actor, 'edit', 'case') && maySeeCustomerOf(actor, { ...record, kind: 'case' }).ok)
    return yes;
  const plural = taskKinds[record.kind].plural.toLowerCase();
  return no('ACC-6', `You can change ${plural} of cases that you work on, and those assigned to you.`);
}

/**
 * ACC-13 · Whatever is written into a major case may be copied to its children, among them those of customers whom the actor
 * does not serve: only who manages major cases writes into one. A case of which this is not known counts as one.
 */
export function mayReachChildren(
  actor: Actor,
  { kind, majorCaseState }: Pick<WorkedRecord, 'kind' | 'majorCaseState'>,
): Verdict {
  const isMajor = kind === 'case' && (majorCaseState === 'accepted' || majorCaseState === undefined);
  if (!isMajor || mayLeadMajorCases(actor).ok) return yes;
  return no('ACC-13', 'Only major case managers can change a major case: its updates are copied to its child cases.');
}

/**
 * ACC-6, ACC-13 · Whether the actor may write into a record of a kind that the roles allow. Whatever customers reach they may
 * do the same to, and the lock has asked for that.
 */
export function mayWork(actor: Actor, record: WorkedRecord): Verdict {
  if (isCustomer(actor)) return yes;
  return first(mayServe(actor, record), mayReachChildren(actor, record), mayWorkHere(actor, record));
}

type Assignment = { kind: TaskKind; assignedToId: string | null; assignmentGroupId: string | null };

/** ACC-6 · Who may assign records of the kind assigns them to all; of cases only managers do. */
export function assignsToAll(actor: Actor, kind: TaskKind): boolean {
  return kind !== 'case' || holdsOneOf(actor, ['sn_customerservice_manager']);
}

/** ACC-6 · Agents assign to themselves and their groups; managers, and who works incidents, to all. */
export function mayAssign(actor: Actor, before: Assignment | null, after: Assignment): Verdict {
  const person = after.assignedToId !== (before?.assignedToId ?? null);
  const group = after.assignmentGroupId !== (before?.assignmentGroupId ?? null);
  if (!person && !group) return yes;
  const allowed = may(actor, 'assign', after.kind);
  if (!allowed.ok || assignsToAll(actor, after.kind)) return allowed;
  if (person && after.assignedToId && after.assignedToId !== actor.id)
    return no('ACC-6', 'You can assign cases to yourself and to your groups only.', 'assignedToId');
  if (group && after.assignmentGroupId && !groupIdsOf(actor).includes(after.assignmentGroupId))
    return no('ACC-6', 'You can assign cases to yourself and to your groups only.', 'assignmentGroupId');
  return yes;
}

/** ACC-6 · Who sees no cases sees number and state of a record's by `itil`, and no more. */
export function seesCasesInPart(actor: Actor): boolean {
  return !can(actor, 'see', 'case') && holdsOneOf(actor, ['itil']);
}

/** SYNC-3 · How many cases a change reaches is shown to staff whose roles let them make one. */
export function maySeeAffectedCount(actor: Actor, kind: TaskKind): boolean {
  return mayUseWorkspace(actor) && (can(actor, 'edit', kind) || can(actor, 'comment', kind));
}

/** Knowledge is written by those who work problems. */
export function mayWriteArticles(actor: Actor): Verdict {
  return can(actor, 'edit', 'problem') ? yes : no('ACC-6', 'Your roles do not allow you to write articles.');
}

/** ACC-6, POR-7 · Who may approve what asks for the own approval: staff by role, customers by being named. */
export function mayApprove(actor: Actor): Verdict {
  if (isCustomer(actor)) return yes;
  return holdsOneOf(actor, ['approver_user']) ? yes : no('ACC-6', 'Your roles do not allow you to approve.');
}

/** ACC-6 · What is set up for everybody is set up by administrators. */
export function mayAdminister(actor: Actor): Verdict {
  return isAdministrator(actor) ? yes : no('ACC-6', 'Only administrators can do this.');
}

/** Q-16 · What the clock does, nobody does by hand. */
export function isSystemJob(actor: Actor): Verdict {
  return actor.kind === 'system' ? yes : no('ACC-6', 'Only the system can do this.');
}

/** REL-1 · On a major case related records need `itil` besides major issue manager. */
export function mayRelateOn(actor: Actor, theCase: { majorCaseState: string | null }): Verdict {
  const holdsBoth = holdsOneOf(actor, ['itil']) && holdsOneOf(actor, ['sn_majorissue_mgt.major_issue_manager']);
  if (theCase.majorCaseState !== 'accepted' || holdsBoth) return yes;
  return no('ACC-6', 'Your roles do not allow you to change the related records of major cases.');
}

/** CASE-9 · A resolved case without customer has nobody to accept or reject the solution: a manager does. */
export function mayAnswerForNobody(actor: Actor): Verdict {
  if (holdsOneOf(actor, ['sn_customerservice_manager'])) return yes;
  return no('ACC-6', 'A resolved case without customer is closed or taken back by a manager.');
}

/** MAJ-6 · Candidates are judged, and major cases led, by managers. */
export function mayLeadMajorCases(actor: Actor): Verdict {
  if (holdsOneOf(actor, ['sn_majorissue_mgt.major_issue_manager', 'sn_customerservice_manager'])) return yes;
  return no('ACC-6', 'Your roles do not allow you to manage major cases.');
}

/** MAJ-1 · Who works cases proposes major ones. */
export function mayProposeMajorCases(actor: Actor): Verdict {
  return may(actor, 'edit', 'case');
}

/** Who knows of outages, and whom they hit. */
const OPERATIONS = ['sn_ind_tsm_core.noc_agent'] as const;
/** A major case is led by these, and so is what its customers are told. */
const OF_MAJOR_CASES = [...OPERATIONS, 'sn_customerservice_manager', 'sn_majorissue_mgt.major_issue_manager'] as const;

/** IMP-1 · Who is affected by a record, or would be by a configuration item: for network operations. */
export function maySeeImpact(actor: Actor): Verdict {
  if (holdsOneOf(actor, OPERATIONS)) return yes;
  return no('ACC-6', 'Your roles do not allow you to see the customer impact.');
}

/** PRO-1 · Cases for the affected are made by the same; and by the product for a change. */
export function mayGenerateCases(actor: Actor): Verdict {
  if (holdsOneOf(actor, OPERATIONS)) return yes;
  return no('ACC-6', 'Your roles do not allow you to generate proactive cases.');
}

/** NOT-1, MAJ-9 · And they are who writes to the customers of all cases of a record at once; on a major case, its managers too. */
export function mayNotifyCustomers(actor: Actor, { kind }: { kind: TaskKind }): Verdict {
  if (holdsOneOf(actor, kind === 'case' ? OF_MAJOR_CASES : OPERATIONS)) return yes;
  return no('ACC-6', 'Your roles do not allow you to notify customers.');
}

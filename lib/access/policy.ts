import { type Actor, type Customer, groupIdsOf } from '#lib/platform/actor.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { customerCan, customerGrants } from './customer-grants.ts';
import type { StaffRole } from './roles.ts';
import { type StaffPermission, staffGrants } from './staff-grants.ts';

/** CASE-3 · `answer`: accept or reject the solution of a case, or close one's own case. Only the customer may. */
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

/** Whether the actor is staff and holds one of these roles. Administrators hold all roles; the system actor needs none. */
export function hasAnyRole(actor: Actor, roles: readonly StaffRole[]): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'staff' && [...roles, 'admin' as const].some((role) => actor.roles.has(role));
}

const isAdministrator = (actor: Actor) => hasAnyRole(actor, []);

/** ACC-6 · Whether the actor's roles allow this on records of the kind, limited to those that the actor reaches. */
export function can(actor: Actor, permission: Permission, kind: TaskKind): boolean {
  if (isCustomer(actor)) return customerCan(actor, permission, kind);
  return permission === 'answer' ? actor.kind === 'system' : hasAnyRole(actor, staffGrants[kind][permission]);
}

/** The same as a verdict, for commands. */
export function may(actor: Actor, permission: Permission, kind: TaskKind): Verdict {
  if (can(actor, permission, kind)) return yes;
  return no('ACC-6', `Your roles do not allow you to ${verbs[permission]} ${taskKinds[kind].plural.toLowerCase()}.`);
}

/** REL-16, INC-7 · Whether the actor may create the record from a case or an incident that the actor may write. */
export const mayCreateFrom = (actor: Actor, source: 'case' | 'incident', kind: TaskKind): Verdict =>
  source === 'case' ? mayCreateFromCase(actor, kind) : may(actor, 'create', kind);

/** REL-16 · Whether the actor may create such a record from a case that the actor may write. */
export function mayCreateFromCase(actor: Actor, kind: TaskKind): Verdict {
  return staffGrants[kind].withCase?.includes('create') && can(actor, 'edit', 'case')
    ? yes
    : may(actor, 'create', kind);
}

/** Whether staff see records of the kind through the cases that link to them. */
export function isSeenWithCase(kind: TaskKind): boolean {
  return staffGrants[kind].withCase?.includes('see') === true;
}

/** POR-3 · The workspace shows work notes, history and assignments: it is for staff. Customers use the portal. */
export function mayUseWorkspace(actor: Actor): boolean {
  return !isCustomer(actor);
}

/** REC-1 · Work notes are for staff, in every channel. */
export function mayReadWorkNotes(actor: Actor): boolean {
  return !isCustomer(actor);
}

/** INC-6 · Customers are notified only about the kinds that they take part in. */
export function mayBeNotifiedAbout(actor: Actor, kind: TaskKind): boolean {
  return !isCustomer(actor) || kind in customerGrants;
}

/** ACC-6 · Whether the actor's roles reach records of the kind: all, or those of cases that the actor works. */
export function seesSomeRecords(actor: Actor, kind: TaskKind): boolean {
  return can(actor, 'see', kind) || (isSeenWithCase(kind) && can(actor, 'edit', 'case'));
}

/** INC-6, REQ-2 · Whether a workspace list can contain anything for the actor: staff also see their own records. */
export function mayOpenList(actor: Actor, kind: TaskKind): boolean {
  return (
    mayUseWorkspace(actor) &&
    (seesSomeRecords(actor, kind) || (staffGrants[kind].own !== undefined && !taskKinds[kind].partOf))
  );
}

type WhoseRecord = { kind: TaskKind; accountId: string | null; contactId: string | null; consumerId: string | null };

/** ACC-6 · Each agent role works the cases of its own customers. Cases without a customer are for both roles (CASE-9). */
export function maySeeCustomerOf(actor: Actor, record: WhoseRecord): Verdict {
  if (record.kind !== 'case') return yes;
  if (record.consumerId && !hasAnyRole(actor, ['sn_customerservice.consumer_agent']))
    return no('ACC-6', 'Your roles do not include the cases of consumers.', 'consumerId');
  const ofAccount = record.contactId ?? (record.consumerId ? null : record.accountId);
  if (ofAccount && !hasAnyRole(actor, ['sn_customerservice_agent']))
    return no('ACC-6', 'Your roles do not include the cases of accounts and contacts.', 'contactId');
  return yes;
}

/** ACC-6 · Staff who see all cases through another role still serve only their own customers. */
export function mayServeCustomer(actor: Actor, record: WhoseRecord): Verdict {
  const verdict = maySeeCustomerOf(actor, record);
  return verdict.ok ? yes : no(verdict.rule, verdict.because);
}

/** A record to write to. Callers pass `majorCaseState` for a case, and `caseId` for a record that belongs to a case. */
type WorkedRecord = WhoseRecord & {
  majorCaseState?: string | null;
  assignedToId?: string | null;
  caseId?: string | null;
};

/** ACC-15 · Kinds that are not worked everywhere: records of cases whose customer the actor serves, and the actor's own. */
function mayWorkHere(actor: Actor, record: WorkedRecord): Verdict {
  const { everywhere, assignees = [] } = staffGrants[record.kind];
  if (!everywhere || hasAnyRole(actor, everywhere)) return yes;
  if (record.assignedToId === actor.id && hasAnyRole(actor, assignees)) return yes;
  if (record.caseId && can(actor, 'edit', 'case') && maySeeCustomerOf(actor, { ...record, kind: 'case' }).ok)
    return yes;
  const plural = taskKinds[record.kind].plural.toLowerCase();
  return no('ACC-6', `You can change ${plural} of cases that you work on, and those assigned to you.`);
}

/**
 * ACC-13 · Updates of a major case may be copied to its children, some of which belong to customers whom the actor does not
 * serve. So only major case managers write to one. A case with unknown state counts as a major case.
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
 * ACC-6, ACC-13 · Whether the actor may write to a record of a kind that the roles allow. Customers may write to every record
 * that they reach; the lock has checked the reach.
 */
export function mayWork(actor: Actor, record: WorkedRecord): Verdict {
  if (isCustomer(actor)) return yes;
  return first(mayServeCustomer(actor, record), mayReachChildren(actor, record), mayWorkHere(actor, record));
}

type Assignment = { kind: TaskKind; assignedToId: string | null; assignmentGroupId: string | null };

/** ACC-6 · Users who may assign records of the kind assign them to anybody; for cases only managers do. */
export function assignsToAll(actor: Actor, kind: TaskKind): boolean {
  return kind !== 'case' || hasAnyRole(actor, ['sn_customerservice_manager']);
}

/** ACC-6 · Agents assign to themselves and their groups; managers, and users who work incidents, to anybody. */
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

/** ACC-6 · Users with `itil` who see no cases see the number and state of a record's cases, nothing else. */
export function seesOnlyCaseStates(actor: Actor): boolean {
  return !can(actor, 'see', 'case') && hasAnyRole(actor, ['itil']);
}

/** SYNC-3 · Staff whose roles allow a change see how many cases the change affects. */
export function maySeeAffectedCount(actor: Actor, kind: TaskKind): boolean {
  return mayUseWorkspace(actor) && (can(actor, 'edit', kind) || can(actor, 'comment', kind));
}

/** Users who work problems write knowledge articles. */
export function mayWriteArticles(actor: Actor): Verdict {
  return can(actor, 'edit', 'problem') ? yes : no('ACC-6', 'Your roles do not allow you to write articles.');
}

/** ACC-6, POR-7 · Who may answer approvals requested from them: staff with a role, and customers asked by name. */
export function mayApprove(actor: Actor): Verdict {
  if (isCustomer(actor)) return yes;
  return hasAnyRole(actor, ['approver_user']) ? yes : no('ACC-6', 'Your roles do not allow you to approve.');
}

/** ACC-6 · Only administrators change what is set up for everybody. */
export function mayAdminister(actor: Actor): Verdict {
  return isAdministrator(actor) ? yes : no('ACC-6', 'Only administrators can do this.');
}

/** Q-16 · Scheduled jobs are never run by hand. */
export function isSystemJob(actor: Actor): Verdict {
  return actor.kind === 'system' ? yes : no('ACC-6', 'Only the system can do this.');
}

/** REL-1 · Related records of a major case need `itil` in addition to major issue manager. */
export function mayRelateOn(actor: Actor, theCase: { majorCaseState: string | null }): Verdict {
  const holdsBoth = hasAnyRole(actor, ['itil']) && hasAnyRole(actor, ['sn_majorissue_mgt.major_issue_manager']);
  if (theCase.majorCaseState !== 'accepted' || holdsBoth) return yes;
  return no('ACC-6', 'Your roles do not allow you to change the related records of major cases.');
}

/** CASE-9 · A resolved case without a customer has nobody to accept or reject the solution: a manager does. */
export function mayCloseWithoutCustomer(actor: Actor): Verdict {
  if (hasAnyRole(actor, ['sn_customerservice_manager'])) return yes;
  return no('ACC-6', 'A resolved case without customer is closed or taken back by a manager.');
}

/** MAJ-6 · Managers review major case candidates and lead major cases. */
export function mayLeadMajorCases(actor: Actor): Verdict {
  if (hasAnyRole(actor, ['sn_majorissue_mgt.major_issue_manager', 'sn_customerservice_manager'])) return yes;
  return no('ACC-6', 'Your roles do not allow you to manage major cases.');
}

/** MAJ-1 · Users who work cases propose major cases. */
export function mayProposeMajorCases(actor: Actor): Verdict {
  return may(actor, 'edit', 'case');
}

/** Network operations: they know of outages and of the customers affected. */
const OPERATIONS = ['sn_ind_tsm_core.noc_agent'] as const;
/** They lead major cases and write to their customers. */
const OF_MAJOR_CASES = [...OPERATIONS, 'sn_customerservice_manager', 'sn_majorissue_mgt.major_issue_manager'] as const;

/** IMP-1 · Network operations see who is affected by a record, or would be by a configuration item. */
export function maySeeImpact(actor: Actor): Verdict {
  if (hasAnyRole(actor, OPERATIONS)) return yes;
  return no('ACC-6', 'Your roles do not allow you to see the customer impact.');
}

/** PRO-1 · Network operations create cases for affected customers; for a change the system does too. */
export function mayGenerateCases(actor: Actor): Verdict {
  if (hasAnyRole(actor, OPERATIONS)) return yes;
  return no('ACC-6', 'Your roles do not allow you to generate proactive cases.');
}

/** NOT-1, MAJ-9 · Network operations write to all customers of a record's cases; for a major case, its managers do too. */
export function mayNotifyCustomers(actor: Actor, { kind }: { kind: TaskKind }): Verdict {
  if (hasAnyRole(actor, kind === 'case' ? OF_MAJOR_CASES : OPERATIONS)) return yes;
  return no('ACC-6', 'Your roles do not allow you to notify customers.');
}

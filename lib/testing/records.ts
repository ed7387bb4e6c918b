import { effectiveRoles, type Role } from '#lib/access/roles.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Change } from '#lib/kinds/change/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import type { Problem } from '#lib/kinds/problem/definition.ts';
import type { Request } from '#lib/kinds/request/definition.ts';
import type { RequestedItem } from '#lib/kinds/requested-item/definition.ts';
import type { Contact, Staff } from '#lib/platform/actor.ts';
import type { Task } from '#lib/platform/generated/prisma/client.ts';

const time = new Date('2026-11-02T08:00:00Z');

const task = {
  shortDescription: 'The line is down',
  description: '',
  state: 'new',
  active: true,
  impact: 3,
  urgency: 3,
  priority: 4,
  accountId: null,
  contactId: null,
  consumerId: null,
  configurationItemId: null,
  assignmentGroupId: null,
  assignedToId: null,
  openedAt: time,
  openedById: null,
  resolvedAt: null,
  resolvedById: null,
  closedAt: null,
  closedById: null,
  correlationId: null,
  createdAt: time,
  updatedAt: time,
  customerUpdatedAt: time,
  version: 1,
} satisfies Partial<Task>;

/** A case that is not in the database; `values` override the defaults. */
export function theCaseWith(values: Partial<Case> = {}): Case {
  return {
    ...task,
    id: 'the-case',
    kind: 'case',
    number: 'CS0001001',
    contactId: 'cora',
    channel: 'web',
    productId: null,
    assetId: null,
    installBaseItemId: null,
    partnerId: null,
    partnerContactId: null,
    proactive: false,
    initiatedAsRequest: false,
    parentId: null,
    majorCaseState: null,
    businessImpact: '',
    probableCause: '',
    resolutionCode: null,
    cause: '',
    resolutionNotes: '',
    addResolutionNotesToComments: false,
    codeConfirmation: '',
    sensitive: false,
    doNotResolve: false,
    doNotResolveReason: '',
    incidentId: null,
    problemId: null,
    changeId: null,
    causedByChangeId: null,
    remindedAt: null,
    answeredAt: null,
    waitsSince: null,
    ...values,
  };
}

/** An incident that is not in the database; `values` override the defaults. */
export function theIncidentWith(values: Partial<Incident> = {}): Incident {
  return {
    ...task,
    id: 'the-incident',
    kind: 'incident',
    number: 'INC0010001',
    priority: 5,
    callerId: null,
    category: 'inquiry',
    subcategory: '',
    serviceId: null,
    contactType: 'self-service',
    holdReason: null,
    resolutionCode: null,
    resolutionNotes: '',
    probableCause: '',
    parentId: null,
    problemId: null,
    changeId: null,
    causedByChangeId: null,
    ...values,
  };
}

/** A problem that is not in the database; `values` override the defaults. */
export function theProblemWith(values: Partial<Problem> = {}): Problem {
  return {
    ...task,
    id: 'the-problem',
    kind: 'problem',
    number: 'PRB0040001',
    firstReportedById: null,
    workaround: '',
    knownError: false,
    causeNotes: '',
    fixNotes: '',
    resolutionCode: null,
    riskAcceptedReason: '',
    cancelledReason: '',
    duplicateOfId: null,
    articleId: null,
    communicatedWorkaround: '',
    communicatedFix: '',
    ...values,
  };
}

/** A normal change that is not in the database; `values` override the defaults. */
export function theChangeWith(values: Partial<Change> = {}): Change {
  return {
    ...task,
    id: 'the-change',
    kind: 'change',
    number: 'CHG0030001',
    type: 'normal',
    templateId: null,
    category: 'Other',
    risk: 'moderate',
    requestedById: null,
    callerId: null,
    plannedStart: null,
    plannedEnd: null,
    onHold: false,
    onHoldReason: '',
    justification: '',
    implementationPlan: '',
    backoutPlan: '',
    testPlan: '',
    approvalGroupId: null,
    approval: 'not_requested',
    closeCode: null,
    closeNotes: '',
    cancelReason: '',
    ...values,
  };
}

/** A request that is not in the database; `values` override the defaults. */
export function theRequestWith(values: Partial<Request> = {}): Request {
  return {
    ...task,
    id: 'the-request',
    kind: 'request',
    number: 'REQ0010001',
    state: 'requested',
    caseId: 'the-case',
    requestedForId: 'cora',
    deliveryInformation: '',
    specialInstructions: '',
    ...values,
  };
}

/** A requested item that is not in the database; `values` override the defaults. */
export function theItemWith(values: Partial<RequestedItem> = {}): RequestedItem {
  return {
    ...task,
    id: 'the-item',
    kind: 'requested_item',
    number: 'RITM0010001',
    shortDescription: 'Laptop',
    state: 'open',
    requestId: 'the-request',
    catalogItemId: 'laptop',
    quantity: 1,
    priceCents: 12_550,
    stage: 'fulfillment',
    approval: 'not_requested',
    dueAt: null,
    ...values,
  };
}

/** A staff member with these roles and the roles that they contain. */
export function internalUser(...roles: Role[]): Staff {
  return {
    id: 'ava',
    kind: 'staff',
    name: 'Ava Agent',
    roles: effectiveRoles(roles),
    groupIds: [],
    timeZone: 'UTC',
  };
}

/** A contact of Boxeo. */
export const cora: Contact = {
  id: 'cora',
  kind: 'contact',
  name: 'Cora Customer',
  roles: effectiveRoles(['sn_customerservice.customer']),
  accountId: 'boxeo',
  accountName: 'Boxeo',
  timeZone: 'UTC',
};

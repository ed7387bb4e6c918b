import { effectiveRoles, type Role } from '#lib/access/roles.ts';
import { blankRecord } from '#lib/kinds/blank-record.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Change } from '#lib/kinds/change/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import type { Problem } from '#lib/kinds/problem/definition.ts';
import type { Request } from '#lib/kinds/request/definition.ts';
import type { RequestedItem } from '#lib/kinds/requested-item/definition.ts';
import type { Contact, Staff } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';

const time = new Date('2026-11-02T08:00:00Z');

/** A blank record of a kind, as the product creates it. */
const blank = <K extends TaskKind>(kind: K, id: string, number: string): RecordOf<K> => ({
  ...blankRecord(kind, { id, number, at: time, openedById: null }),
  shortDescription: 'The line is down',
  state: 'new',
});

/** A case that is not in the database; `values` override the defaults. */
export const theCaseWith = (values: Partial<Case> = {}): Case => ({
  ...blank('case', 'the-case', 'CS0001001'),
  contactId: 'cora',
  impact: 3,
  channel: 'web',
  ...values,
});

/** An incident that is not in the database; `values` override the defaults. */
export const theIncidentWith = (values: Partial<Incident> = {}): Incident => ({
  ...blank('incident', 'the-incident', 'INC0010001'),
  ...values,
});

/** A problem that is not in the database; `values` override the defaults. */
export const theProblemWith = (values: Partial<Problem> = {}): Problem => ({
  ...blank('problem', 'the-problem', 'PRB0040001'),
  priority: 4,
  communicatedWorkaround: '',
  communicatedFix: '',
  ...values,
});

/** A normal change that is not in the database; `values` override the defaults. */
export const theChangeWith = (values: Partial<Change> = {}): Change => ({
  ...blank('change', 'the-change', 'CHG0030001'),
  impact: 3,
  ...values,
});

/** A request that is not in the database; `values` override the defaults. */
export const theRequestWith = (values: Partial<Request> = {}): Request => ({
  ...blank('request', 'the-request', 'REQ0010001'),
  state: 'requested',
  caseId: 'the-case',
  requestedForId: 'cora',
  ...values,
});

/** A requested item that is not in the database; `values` override the defaults. */
export const theItemWith = (values: Partial<RequestedItem> = {}): RequestedItem => ({
  ...blank('requested_item', 'the-item', 'RITM0010001'),
  shortDescription: 'Laptop',
  state: 'open',
  requestId: 'the-request',
  catalogItemId: 'laptop',
  quantity: 1,
  priceCents: 12_550,
  stage: 'fulfillment',
  ...values,
});

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

import type { Customer } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Permission } from './policy.ts';
import type { CustomerRole } from './roles.ts';
import type { StaffPermission } from './staff-grants.ts';

/** Which records of a kind a role of a contact reaches; a consumer, who has no account, reaches the own ones alone. */
export type Reach = 'own' | 'account' | 'account and children' | 'served' | 'served and opened by oneself';

/** What a customer can be granted. Work notes are not among it (REC-1). `open`: POR-8. */
type CustomerPermission = 'answer' | 'open' | Extract<StaffPermission, 'see' | 'create' | 'comment'>;

/** On every record of a kind that one of the roles reaches, the customer may do this: nothing more to one than to another. */
type CustomerGrant = {
  may: readonly CustomerPermission[];
  contact: readonly (readonly [role: CustomerRole, reach: Reach])[];
  consumer: readonly (readonly [role: CustomerRole, reach: 'own'])[];
};

/** Which records each role of customers reaches. */
const byRole: Omit<CustomerGrant, 'may'> = {
  contact: [
    ['sn_customerservice.customer', 'own'],
    ['sn_customerservice.customer_case_manager', 'account and children'],
    ['sn_customerservice.customer_admin', 'account'],
    ['sn_customerservice.partner', 'served and opened by oneself'],
    ['sn_customerservice.partner_admin', 'served'],
  ],
  consumer: [['sn_customerservice.consumer', 'own']],
};

/** ACC-6 · Everything that customers may do. A kind that is not here is not there for them (INC-6). */
export const customerGrants: Readonly<Partial<Record<TaskKind, CustomerGrant>>> = {
  case: { ...byRole, may: ['see', 'comment', 'answer', 'open'] },
};

const none: CustomerGrant = { may: [], contact: [], consumer: [] };

/** Which records of the kind the customer's roles reach; empty: none. */
export function reachesOf(customer: Customer, kind: TaskKind): Reach[] {
  const granted = (customerGrants[kind] ?? none)[customer.kind];
  return granted.flatMap(([role, reach]) => (customer.roles.has(role) ? [reach] : []));
}

/** ACC-6 · Whether the customer's roles allow this to the records of the kind that they reach. */
export function customerCan(customer: Customer, permission: Permission | 'open', kind: TaskKind): boolean {
  const granted: readonly (Permission | 'open')[] = (customerGrants[kind] ?? none).may;
  return granted.includes(permission) && reachesOf(customer, kind).length > 0;
}

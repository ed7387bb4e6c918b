import type { Customer } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Permission } from './policy.ts';
import type { CustomerRole } from './roles.ts';
import type { StaffPermission } from './staff-grants.ts';

/** Which records of a kind a contact's role reaches. A consumer has no account and reaches only their own records. */
export type Reach = 'own' | 'account' | 'account and children' | 'served' | 'served and opened by oneself';

/** What customers can be granted. Work notes are excluded (REC-1). `open`: POR-8. */
type CustomerPermission = 'answer' | 'open' | Extract<StaffPermission, 'see' | 'create' | 'comment'>;

/** What customers may do to every record that one of their roles reaches; the same for all of these records. */
type CustomerGrant = {
  may: readonly CustomerPermission[];
  contact: readonly (readonly [role: CustomerRole, reach: Reach])[];
  consumer: readonly (readonly [role: CustomerRole, reach: 'own'])[];
};

/** Which records each customer role reaches. */
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

/** ACC-6 · All permissions of customers. Kinds that are missing here do not exist for them (INC-6). */
export const customerGrants: Readonly<Partial<Record<TaskKind, CustomerGrant>>> = {
  case: { ...byRole, may: ['see', 'comment', 'answer', 'open'] },
};

const none: CustomerGrant = { may: [], contact: [], consumer: [] };

/** Which records of the kind the customer's roles reach; empty means none. */
export function reachesOf(customer: Customer, kind: TaskKind): Reach[] {
  const granted = (customerGrants[kind] ?? none)[customer.kind];
  return granted.flatMap(([role, reach]) => (customer.roles.has(role) ? [reach] : []));
}

/** ACC-6 · Whether the customer's roles allow this on the records of the kind that they reach. */
export function customerCan(customer: Customer, permission: Permission | 'open', kind: TaskKind): boolean {
  const granted: readonly (Permission | 'open')[] = (customerGrants[kind] ?? none).may;
  return granted.includes(permission) && reachesOf(customer, kind).length > 0;
}

'use server';

import { action } from '#lib/door/action.ts';
import { addCustomer } from './commands/add-customer.ts';
import { addPerson } from './commands/add-person.ts';
import { editCustomer } from './commands/edit-customer.ts';
import { AddCustomer, AddPerson, EditCustomer } from './schema.ts';

/** ADM-6 */
export const addPersonAction = action(
  { permission: 'user.edit', input: AddPerson, isOnce: true },
  async (actor, input) => {
    const id = await addPerson(actor, input);
    const { name } = input;
    return { message: `${name} is added.`, link: { href: `/admin/users/${id}`, label: name }, data: { id, name } };
  },
);

/** ACC-14 */
export const addCustomerAction = action(
  { permission: 'customer.add', limit: 'invite', input: AddCustomer, isOnce: true },
  async (actor, input) => {
    const id = await addCustomer(actor, input);
    const { kind, name, invite } = input;
    const link = { href: `/workspace/customers/${kind}s/${id}`, label: name };
    return { message: invite ? `${name} is added and invited.` : `${name} is added.`, link, data: { id, name } };
  },
);

/** ACC-14 */
export const editCustomerAction = action({ permission: 'customer.edit', input: EditCustomer }, async (actor, input) => {
  await editCustomer(actor, input);
  return { message: `${input.name} is saved.` };
});

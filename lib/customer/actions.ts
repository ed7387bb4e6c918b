'use server';

import { action } from '#lib/door/action.ts';
import { addPerson } from './commands/add-person.ts';
import { AddPerson } from './schema.ts';

/** ADM-6 */
export const addPersonAction = action(
  { permission: 'user.edit', input: AddPerson, isOnce: true },
  async (actor, input) => {
    const id = await addPerson(actor, input);
    const { name } = input;
    return { message: `${name} is added.`, link: { href: `/admin/users/${id}`, label: name }, data: { id, name } };
  },
);

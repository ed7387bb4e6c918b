'use server';

import { action } from '#lib/door/action.ts';
import { adminTables } from './admin-tables.ts';
import { saveRow } from './commands/save-row.ts';
import { setRelation } from './commands/set-relation.ts';
import { switchRow } from './commands/switch-row.ts';
import { relations } from './relations.ts';
import { SaveRow, SetRelation, SwitchRow } from './schema.ts';

/** ADM-6, ADM-7 */
export const saveRowAction = action(
  { permission: 'admin.table', input: SaveRow, isOnce: true },
  async (actor, input) => {
    const { id, changed } = await saveRow(actor, input);
    const { noun, page } = adminTables[input.table];
    if (input.id) return { message: changed ? `The ${noun} is saved.` : 'Nothing changed.' };
    const name = input.values.name ?? '';
    return { message: `The ${noun} is added.`, ...(page ? { link: { href: `${page}/${id}`, label: name } } : {}) };
  },
);

/** ADM-7 */
export const switchRowAction = action({ permission: 'admin.table', input: SwitchRow }, async (actor, input) => {
  await switchRow(actor, input);
  const { noun } = adminTables[input.table];
  return { message: input.active ? `The ${noun} is in use again.` : `The ${noun} is no longer in use.` };
});

/** ADM-6, ADM-7 */
export const setRelationAction = action({ permission: 'admin.table', input: SetRelation }, async (actor, input) => {
  const changed = await setRelation(actor, input);
  const { noun } = relations[input.relation];
  if (!changed) return { message: `This ${noun} is ${input.related ? 'there already' : 'no longer there'}.` };
  return { message: input.related ? `The ${noun} is added.` : `The ${noun} is removed.` };
});

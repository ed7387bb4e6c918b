'use server';

import { action } from '#lib/door/action.ts';
import { relatePair } from './commands/relate-pair.ts';
import { saveRow } from './commands/save-row.ts';
import { switchRow } from './commands/switch-row.ts';
import { pairs } from './pairs.ts';
import { registers } from './registers.ts';
import { RelatePair, SaveRow, SwitchRow } from './schema.ts';

/** ADM-6, ADM-7 */
export const saveRowAction = action({ permission: 'admin.register', input: SaveRow }, async (actor, input) => {
  const { id, changed } = await saveRow(actor, input);
  const { noun, page } = registers[input.register];
  if (input.id) return { message: changed ? `The ${noun} is saved.` : 'Nothing changed.' };
  const name = input.values.name ?? '';
  return { message: `The ${noun} is added.`, ...(page ? { link: { href: `${page}/${id}`, label: name } } : {}) };
});

/** ADM-7 */
export const switchRowAction = action({ permission: 'admin.register', input: SwitchRow }, async (actor, input) => {
  await switchRow(actor, input);
  const { noun } = registers[input.register];
  return { message: input.active ? `The ${noun} is in use again.` : `The ${noun} is not in use any more.` };
});

/** ADM-6, ADM-7 */
export const relatePairAction = action({ permission: 'admin.register', input: RelatePair }, async (actor, input) => {
  const changed = await relatePair(actor, input);
  const { noun } = pairs[input.pair];
  if (!changed) return { message: `This ${noun} is there already.` };
  return { message: input.related ? `The ${noun} is added.` : `The ${noun} is taken away.` };
});

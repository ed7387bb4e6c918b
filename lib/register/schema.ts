import { z } from 'zod';
import { textInput } from '#lib/platform/text-input.ts';
import { normalised, typedColumns } from './column.ts';
import { pairNames } from './pairs.ts';
import { registerNames, registers } from './registers.ts';
import { misfits } from './rules/row-fits.ts';

const LONGEST = 20_000;
const Register = z.enum(registerNames);
const OnOff = z.union([z.boolean(), z.stringbool({ truthy: ['on'], falsy: ['off'] })]);

/** A row as a form posts it: the register, the row's id unless it is new, and a text per column. */
export const SaveRow = z
  .object({ register: Register, id: z.uuid().optional() })
  .catchall(textInput(LONGEST))
  .transform(({ register, id, ...typed }, context) => {
    const values = Object.fromEntries(
      typedColumns(registers[register].columns).map(([name, column]) => [name, normalised(column, typed[name])]),
    );
    for (const { column, because } of misfits(register, values))
      context.addIssue({ code: 'custom', message: because, path: [column] });
    return { register, id, values };
  });
export type SaveRow = z.output<typeof SaveRow>;

export const SwitchRow = z.object({ register: Register, id: z.uuid(), active: OnOff });
export type SwitchRow = z.output<typeof SwitchRow>;

export const RelatePair = z.object({
  pair: z.enum(pairNames),
  fromId: z.uuid('Choose one of the list.'),
  toId: z.uuid('Choose one of the list.'),
  related: OnOff,
});
export type RelatePair = z.output<typeof RelatePair>;

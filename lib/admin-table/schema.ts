import { z } from 'zod';
import { fewNames } from '#lib/platform/few-names.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { adminTableNames, adminTables } from './admin-tables.ts';
import { editableColumns, postedValue } from './column.ts';
import { relationNames } from './relations.ts';
import { formErrors } from './rules/validate-row.ts';

const LONGEST = 20_000;
const TableName = z.enum(adminTableNames);
const OnOff = z.union([z.boolean(), z.stringbool({ truthy: ['on'], falsy: ['off'] })]);

/** A row as a form posts it: the table, the row's id unless it is new, and text for each column. */
export const SaveRow = fewNames<Record<string, unknown>>().pipe(
  z
    .object({ table: TableName, id: z.uuid().optional() })
    .catchall(textInput(LONGEST))
    .transform(({ table, id, ...typed }, context) => {
      const values = Object.fromEntries(
        editableColumns(adminTables[table].columns).map(([name, column]) => [name, postedValue(name, column, typed)]),
      );
      for (const { column, because } of formErrors(table, values))
        context.addIssue({ code: 'custom', message: because, path: [column] });
      return { table, id, values };
    }),
);
export type SaveRow = z.output<typeof SaveRow>;

export const SwitchRow = z.object({ table: TableName, id: z.uuid(), active: OnOff });
export type SwitchRow = z.output<typeof SwitchRow>;

export const SetRelation = z.object({
  relation: z.enum(relationNames),
  fromId: z.uuid('Choose one from the list.'),
  toId: z.uuid('Choose one from the list.'),
  related: OnOff,
});
export type SetRelation = z.output<typeof SetRelation>;

import { templateFits } from '#lib/customer-messages/rules/message.ts';
import { isDirection, mapDirections } from '#lib/field-mapping/mapping.ts';
import { mapFits } from '#lib/field-mapping/rules/map-fits.ts';
import { conditionFits, valueFits } from '#lib/field-mapping/rules/mapping-fits.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type AdminTableName, adminTables } from '../admin-tables.ts';
import { editableColumns, type RowValues, validationError } from '../column.ts';

/** REC-5 · The errors in the values of a row, by column. */
function validationErrors(name: AdminTableName, values: RowValues): { column: string; because: string }[] {
  const { columns } = adminTables[name];
  return editableColumns(columns).flatMap(([column, declared]) => {
    const because = validationError(declared, values[column] ?? '');
    return because ? [{ column, because }] : [];
  });
}

/** ADM-7 · An asset has at most one owner; an installed product has exactly one. */
function oneOwner(rule: string, noun: string, values: RowValues, needed: boolean): Verdict {
  if (values.accountId && values.consumerId)
    return no(rule, `${noun} belongs to an account or to a consumer, not both.`, 'consumerId');
  if (needed && !values.accountId && !values.consumerId)
    return no(rule, `${noun} is installed at an account or at a consumer.`, 'accountId');
  return yes;
}

/** ADM-4 · Checks a field map or one of its rows against its direction. */
function mapVerdicts(name: AdminTableName, values: RowValues): Verdict[] {
  const { direction = '', conditions = '' } = values;
  if (!isDirection(direction)) return [];
  const of = mapDirections[direction];
  if (name === 'field-map') return [mapFits(of, conditions)];
  const { targetField = '', sourceField = '', fixedValue = '', conditionField = '', conditionValue = '' } = values;
  const row = { targetField, sourceField, fixedValue, conditionField, conditionValue };
  return name === 'field-mapping' ? [valueFits(of, row), conditionFits(of, row)] : [];
}

/** Checks of template texts and of map rows; their forms mark the field. */
const markedVerdicts = (name: AdminTableName, values: RowValues) =>
  name === 'message-template' ? [templateFits(values.text ?? '')] : mapVerdicts(name, values);

/** REC-5 · All errors that forms mark, once for each field, including those of templates and maps. */
export function formErrors(name: AdminTableName, values: RowValues): { column: string; because: string }[] {
  const wrong = validationErrors(name, values);
  const others = markedVerdicts(name, values).flatMap((verdict) =>
    verdict.ok || verdict.field === undefined ? [] : [{ column: verdict.field, because: verdict.because }],
  );
  return [...wrong, ...others.filter(({ column }) => wrong.every((each) => each.column !== column))];
}

/** ADM-7, REC-5 · The values are valid for their columns and consistent with each other. */
export function validateRow(name: AdminTableName, values: RowValues): Verdict {
  const [wrong] = validationErrors(name, values);
  if (wrong) return no('REC-5', wrong.because, wrong.column);
  if (name === 'asset') return oneOwner('ADM-7', 'An asset', values, false);
  if (name === 'install-base-item') return oneOwner('ADM-7', 'An install base item', values, true);
  return first(...markedVerdicts(name, values));
}

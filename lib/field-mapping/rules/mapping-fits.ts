import { hasNoInternalNumbers } from '#lib/customer-messages/rules/internal-numbers.ts';
import { isOneLine } from '#lib/platform/text-input.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Field } from '#lib/record/field.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { choicesFor, findChoice } from '../choices-for.ts';
import { ALWAYS, FIXED, type FieldMappingRow, type MapDirection } from '../mapping.ts';
import { typeMismatch } from './type-fits.ts';

type Row = Pick<FieldMappingRow, 'targetField' | 'sourceField' | 'fixedValue' | 'conditionField' | 'conditionValue'>;

function isOneOf(field: Field, text: string, column: string): Verdict {
  if (findChoice(field, text)) return yes;
  const labels = choicesFor(field).map(({ label }) => label);
  return no('ADM-4', `${field.label} is one of ${labels.join(', ')}.`, column);
}

/** Field types that accept a fixed value. */
const fixable: readonly Field['type'][] = ['text', 'long-text', 'choice', 'rating', 'yes-no'];

function fixedFits({ forCustomers }: MapDirection, target: Field, fixed: string): Verdict {
  if (!fixable.includes(target.type)) return no('ADM-4', `${target.label} has no fixed value.`, 'sourceField');
  if (fixed === '') return no('ADM-4', 'Write the fixed value.', 'fixedValue');
  if (choicesFor(target).length > 0) return isOneOf(target, fixed, 'fixedValue');
  if (target.type === 'text' && !isOneLine(fixed)) return no('ADM-4', `${target.label} is one line.`, 'fixedValue');
  if ('max' in target && fixed.length > target.max)
    return no('ADM-4', `${target.label} has at most ${target.max} characters.`, 'fixedValue');
  return forCustomers ? hasNoInternalNumbers(fixed, 'fixedValue') : yes;
}

/** ADM-4 · The target field accepts the row's value. */
export function valueFits(direction: MapDirection, { targetField, sourceField, fixedValue }: Row): Verdict {
  const target = direction.targetFields[targetField];
  const source = direction.sourceFields[sourceField];
  if (!target) return no('ADM-4', `Choose a field of the ${taskKinds[direction.target].noun.en}.`, 'targetField');
  if (sourceField === FIXED) return fixedFits(direction, target, fixedValue);
  if (!source) return no('ADM-4', 'Choose a field of the record, or Fixed value.', 'sourceField');
  if (fixedValue !== '') return no('ADM-4', 'Only Fixed value has one: leave it empty.', 'fixedValue');
  const misfit = typeMismatch(target, source);
  return misfit ? no('ADM-4', misfit, 'sourceField') : yes;
}

/** ADM-4 · The row's condition is valid. */
export function conditionFits({ conditionFields }: MapDirection, { conditionField, conditionValue }: Row): Verdict {
  if (conditionField === ALWAYS)
    return conditionValue === '' ? yes : no('ADM-4', 'Always has no value: leave it empty.', 'conditionValue');
  const field = conditionFields[conditionField];
  if (!field) return no('ADM-4', 'Choose a field of the record, or Always.', 'conditionField');
  return isOneOf(field, conditionValue, 'conditionValue');
}

/** ADM-4 · A row of a map is valid: its value fits the type of its field, and its condition is valid. */
export function mappingFits(direction: MapDirection, row: Row): Verdict {
  return first(valueFits(direction, row), conditionFits(direction, row));
}

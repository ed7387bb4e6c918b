import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { misfit, type RowValues, typedColumns } from '../column.ts';
import type { RegisterName } from '../registers.ts';
import { registers } from '../registers.ts';

/** REC-5 · What is wrong with the values of a row, by column. */
export function misfits(name: RegisterName, values: RowValues): { column: string; because: string }[] {
  const { columns } = registers[name];
  return typedColumns(columns).flatMap(([column, declared]) => {
    const because = misfit(declared, values[column] ?? '');
    return because ? [{ column, because }] : [];
  });
}

/** Spec 1 · An asset has one owner at most; what is installed is installed at somebody. */
function oneOwner(rule: string, noun: string, values: RowValues, needed: boolean): Verdict {
  if (values.accountId && values.consumerId)
    return no(rule, `${noun} belongs to an account or to a consumer, not to both.`, 'consumerId');
  if (needed && !values.accountId && !values.consumerId)
    return no(rule, `${noun} is installed at an account or at a consumer.`, 'accountId');
  return yes;
}

/** ADM-7, REC-5 · The values fit their columns and each other. */
export function rowFits(name: RegisterName, values: RowValues): Verdict {
  const [wrong] = misfits(name, values);
  if (wrong) return no('REC-5', wrong.because, wrong.column);
  if (name === 'asset') return oneOwner('ADM-7', 'An asset', values, false);
  if (name === 'install-base-item') return oneOwner('ADM-7', 'An install base item', values, true);
  return yes;
}

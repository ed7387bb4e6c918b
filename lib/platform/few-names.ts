import { z } from 'zod';

/** More than any form has. */
const MAX_VALUES = 200;

function hasFewNames(values: unknown): boolean {
  let names = 0;
  for (const _name in Object(values)) if (++names > MAX_VALUES) return false;
  return true;
}

/** ACC-12 · Values by name. Their number is checked before any value is read; the next schema checks the values. */
export const fewNames = <Values>() => z.custom<Values>(hasFewNames, `At most ${MAX_VALUES} values are set at once.`);

import { z } from 'zod';

/** More than any form has. */
const MOST_VALUES = 200;

function hasFewNames(values: unknown): boolean {
  let names = 0;
  for (const _name in Object(values)) if (++names > MOST_VALUES) return false;
  return true;
}

/** ACC-12 · Values by name; how many there are is asked before any of them is read. What they are, the shape after it says. */
export const fewNames = <Values>() => z.custom<Values>(hasFewNames, `At most ${MOST_VALUES} values are set at once.`);

import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from './user-error.mjs';

/** The tests of the given paths, as arguments for each runner. */
export interface Chosen {
  units: string[];
  journeys: string[];
}

/** Q-8 · The tests of paths: a test file itself, all tests below a folder, and for any other file the tests beside it. */
export function testsOf(paths: readonly string[], root = process.cwd()): Chosen {
  const chosen: Chosen = { units: [], journeys: [] };
  for (const each of paths) {
    const absolute = path.resolve(root, each);
    const name = path.relative(root, absolute);
    if (!existsSync(absolute) || name.startsWith('..')) throw new UserError(`There is no ${each} in this project.`);
    const isTest = /\.(test|spec)\.tsx?$/.test(name);
    const folder = statSync(absolute).isDirectory() ? name : path.dirname(name);
    const wanted = isTest ? name : `${folder}/`;
    if (/^e2e(\/|$)/.test(name)) chosen.journeys.push(wanted);
    else chosen.units.push(wanted);
  }
  return chosen;
}

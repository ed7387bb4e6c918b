import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from './user-error.mjs';

/** Which tests belong to the paths that somebody names, as each runner wants to be told. */
export interface Chosen {
  units: string[];
  journeys: string[];
}

/** Q-8 · The tests of folders and files: a test by its name, all below a folder, and of another file those beside it. */
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

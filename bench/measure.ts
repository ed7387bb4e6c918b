import { parseArgs } from 'node:util';
import { UserError } from '../scripts/user-error.mjs';
import { majorCaseBoard } from './board.ts';
import { browser } from './browser.ts';
import { casePage } from './case-page.ts';
import { childCases } from './child-cases.ts';
import { stopServer } from './database.ts';
import { dispatch } from './dispatch.ts';
import { endurance } from './endurance.ts';
import { fanOut } from './fan-out.ts';
import { impact } from './impact.ts';
import { lists } from './lists.ts';
import { longNotes } from './long-notes.ts';
import { majorCaseSave } from './major-case-save.ts';
import { notifyCustomers } from './notify-customers.ts';
import { notifyKilled } from './notify-killed.ts';
import { pageCost } from './page-cost.ts';
import { portalLists } from './portal-lists.ts';
import { portalPage } from './portal-page.ts';
import { type Figure, print, saveFigures } from './report.ts';
import { starts } from './starts.ts';
import { stress } from './stress.ts';

const benchmarks: Readonly<Record<string, () => Promise<Figure[]>>> = {
  'fan-out': fanOut,
  'case-page': casePage,
  'page-cost': pageCost,
  'portal-page': portalPage,
  'portal-lists': portalLists,
  browser,
  lists,
  impact,
  'child-cases': childCases,
  'major-case-board': majorCaseBoard,
  'major-case-save': majorCaseSave,
  'notify-customers': notifyCustomers,
  'notify-killed': notifyKilled,
  'dispatch-board': dispatch,
  'long-notes': longNotes,
  starts,
  endurance,
};

/** Runs the named benchmarks, or all of them, prints a table and saves it. */
export async function measure(args: string[]): Promise<void> {
  const options = { seconds: { type: 'string' } } as const;
  const { values, positionals: names } = parseArgs({ args, allowPositionals: true, strict: false, options });
  const seconds = Number(values.seconds ?? 60);
  if (!(seconds > 0)) throw new UserError(`--seconds is "${values.seconds}"; it must be a number above 0.`);
  // The stress test runs only when it is named: `--seconds` sets its duration.
  const all: typeof benchmarks = { ...benchmarks, stress: () => stress(seconds) };
  const unknown = names.find((name) => !all[name]);
  if (unknown) throw new UserError(`There is no benchmark "${unknown}": ${Object.keys(all).join(', ')}.`);

  const figures: Figure[] = [];
  try {
    for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
      console.log(`${name} ...`);
      figures.push(...((await all[name]?.()) ?? []));
    }
  } finally {
    await stopServer();
  }
  print(figures);
  saveFigures(figures);
}

// The second half of `npm test`, on the pinned Node. Every stage runs, even if an earlier one has failed. With paths, only
// types, lint and the tests of these paths run.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build.ts';
import { outcomeOf } from './command.ts';
import { generateIfStale } from './generate.ts';
import { linters } from './linters.ts';
import { dropLeash, quitSignal } from './quit.ts';
import { type Chosen, testsOf } from './test-paths.ts';
import {
  type Counts,
  type FileTime,
  type JourneyReport,
  journeyCounts,
  journeyTimes,
  slowest,
  type UnitReport,
  unitCounts,
  unitTimes,
} from './test-reports.ts';
import { exitWithError, UserError } from './user-error.mjs';

type Stages = Record<string, () => Promise<Counts>>;

const RESULTS = 'node_modules/.cache/casebridge-test-results';
const UNITS = path.join(RESULTS, 'vitest.json');
const JOURNEYS = path.join(RESULTS, 'playwright.json');
const quit = quitSignal();

const typesAndLint: Stages = {
  'generated client': () => work(() => generateIfStale(quit)),
  'types of routes': () => program('node_modules/next/dist/bin/next', 'typegen'),
  types: () => program('node_modules/typescript/bin/tsc', '--noEmit'),
  ...Object.fromEntries(Object.entries(linters).map(([name, args]) => [name, () => program(...args)])),
};

const everything: Stages = {
  ...typesAndLint,
  'unused code': () => program('node_modules/knip/bin/knip.js'),
  'schema and migrations': () => program('scripts/check-schema.ts'),
  build: () => work(() => buildIfStale(quit)),
  'tests of rules, commands and scripts': () => vitest([]),
  journeys: () => playwright([]),
  'rules and specification': rulesAndSpecification,
};

const partly = ({ units, journeys }: Chosen): Stages => ({
  ...typesAndLint,
  ...(units.length > 0 && { 'tests of rules, commands and scripts': () => vitest([...units, '--passWithNoTests']) }),
  ...(journeys.length > 0 && { journeys: () => playwright([...journeys, '--no-deps', '--pass-with-no-tests']) }),
});

const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const paths = process.argv.slice(2);
const times: FileTime[] = [];
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failed: string[] = [];
for (const [name, run] of Object.entries(stages())) {
  if (quit.aborted) break;
  const began = Date.now();
  const counts = await run();
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed > 0) failed.push(name);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${counts.failed === 0 ? '✓' : '✗'} ${name}: ${inWords(counts)} (${seconds} s)`);
}

if (paths.length === 0) console.log(['The slowest files:', ...slowest(times)].join('\n'));
// Repeated at the end: the failure itself may be a thousand lines above.
if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}.`);
console.log(inWords(total));
process.exitCode = total.failed === 0 && !quit.aborted ? 0 : 1;
dropLeash();

function stages(): Stages {
  try {
    return paths.length === 0 ? everything : partly(testsOf(paths));
  } catch (error) {
    exitWithError(error);
  }
}

function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function program(...args: string[]): Promise<Counts> {
  const { status, output } = await outcomeOf(process.execPath, args, { signal: quit });
  if (status === 0) return ONE_PASSED;
  console.error(output.trimEnd());
  return ONE_FAILED;
}

async function work(task: () => Promise<void>): Promise<Counts> {
  try {
    await task();
    return ONE_PASSED;
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    return ONE_FAILED;
  }
}

/** Takes the test titles from the reports of the run before. Without a specification, the comparison with it is skipped. */
async function rulesAndSpecification(): Promise<Counts> {
  const reports = [UNITS, JOURNEYS].every((file) => existsSync(file)) ? [UNITS, JOURNEYS] : [];
  const { status, output } = await outcomeOf(process.execPath, ['scripts/check-spec.ts', ...reports], { signal: quit });
  const skipped = output.includes('skipped') ? 1 : 0;
  if (status !== 0 || skipped) console.log(output.trimEnd());
  return { ...(status === 0 ? ONE_PASSED : ONE_FAILED), skipped };
}

async function vitest(args: string[]): Promise<Counts> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNITS}`];
  const status = await inTerminal(['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters]);
  return countsOf<UnitReport>(UNITS, status, unitCounts, unitTimes);
}

async function playwright(args: string[]): Promise<Counts> {
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: JOURNEYS };
  const status = await inTerminal(
    ['node_modules/@playwright/test/cli.js', 'test', ...args, '--reporter=list,json'],
    env,
  );
  return countsOf<JourneyReport>(JOURNEYS, status, journeyCounts, journeyTimes);
}

async function inTerminal(args: string[], env: Record<string, string> = {}): Promise<number> {
  const { status } = await outcomeOf(process.execPath, args, { env, signal: quit, output: 'terminal' });
  return status;
}

/** A run can fail although no test fails: then the run counts as one failure. */
function countsOf<Report>(
  file: string,
  status: number,
  read: (report: Report) => Counts,
  timesOf: (report: Report) => FileTime[],
): Counts {
  if (!existsSync(file)) return ONE_FAILED;
  const report: Report = JSON.parse(readFileSync(file, 'utf8'));
  times.push(...timesOf(report).map((time) => ({ ...time, file: path.relative('.', time.file) })));
  const counts = read(report);
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

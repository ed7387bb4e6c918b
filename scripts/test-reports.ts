import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import type { JsonTestResults } from 'vitest/node';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** How long a file's tests took, including the set-up of its groups. */
export interface FileTime {
  file: string;
  milliseconds: number;
}

/** The parts of the runners' reports that are used. */
export type UnitReport = Pick<
  JsonTestResults,
  'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests'
> & { testResults: Pick<JsonTestResults['testResults'][number], 'name' | 'startTime' | 'endTime'>[] };
export type JourneyReport = Pick<JSONReport, 'suites'> & {
  stats: Pick<JSONReport['stats'], 'expected' | 'unexpected' | 'flaky' | 'skipped'>;
};

export const unitCounts = (report: UnitReport): Counts => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
});

export const journeyCounts = ({ stats }: JourneyReport): Counts => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});

export const unitTimes = ({ testResults }: UnitReport): FileTime[] =>
  testResults.map(({ name, startTime, endTime }) => ({ file: name, milliseconds: endTime - startTime }));

export const journeyTimes = ({ suites }: JourneyReport): FileTime[] =>
  suites.map((suite) => ({ file: `e2e/${suite.file}`, milliseconds: timeOf(suite) }));

function timeOf({ specs, suites = [] }: JSONReportSuite): number {
  const results = specs.flatMap(({ tests }) => tests.flatMap((test) => test.results));
  return sum([...results.map(({ duration }) => duration), ...suites.map(timeOf)]);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Q-8 · The ten slowest files, slowest first, one line each; times of one file are added up across runners. */
export function slowest(times: readonly FileTime[]): string[] {
  const byFile = Map.groupBy(times, ({ file }) => file);
  return [...byFile]
    .map(([file, all]) => ({ file, seconds: sum(all.map(({ milliseconds }) => milliseconds)) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 10)
    .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
}

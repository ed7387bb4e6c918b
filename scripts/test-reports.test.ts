import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testsOf } from './test-paths.ts';
import {
  type JourneyReport,
  journeyCounts,
  journeyTimes,
  slowest,
  type UnitReport,
  unitCounts,
  unitTimes,
} from './test-reports.ts';

const units: UnitReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { name: 'lib/kinds/case/states.test.ts', startTime: 1000, endTime: 1250 },
    { name: 'lib/sync/rules.db.test.ts', startTime: 1000, endTime: 5000 },
  ],
};

const journey = (title: string, durations: number[]) => ({
  title,
  ok: true,
  tags: [],
  id: title,
  file: 'lists.spec.ts',
  line: 1,
  column: 1,
  tests: [
    {
      timeout: 0,
      annotations: [],
      expectedStatus: 'passed' as const,
      projectId: 'journeys',
      projectName: 'journeys',
      status: 'expected' as const,
      results: durations.map((duration, retry) => ({
        workerIndex: 0,
        parallelIndex: 0,
        status: 'passed' as const,
        duration,
        error: undefined,
        errors: [],
        stdout: [],
        stderr: [],
        retry,
        startTime: '',
        attachments: [],
        annotations: [],
      })),
    },
  ],
});

const journeys: JourneyReport = {
  stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 0 },
  suites: [
    {
      title: 'lists.spec.ts',
      file: 'lists.spec.ts',
      line: 0,
      column: 0,
      specs: [journey('sorts', [700, 300])],
      suites: [{ title: 'filters', file: 'lists.spec.ts', line: 0, column: 0, specs: [journey('by state', [2000])] }],
    },
  ],
};

describe('reports', () => {
  it('a pending test is skipped, and a journey that passed at the second try has failed', () => {
    expect(unitCounts(units)).toEqual({ passed: 5, failed: 1, skipped: 3 });
    expect(journeyCounts(journeys)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  it('Q-8 · the slowest files come first, journeys and tests in one list', () => {
    expect(slowest([...unitTimes(units), ...journeyTimes(journeys)])).toEqual([
      '    4.0 s  lib/sync/rules.db.test.ts',
      '    3.0 s  e2e/lists.spec.ts',
      '    0.3 s  lib/kinds/case/states.test.ts',
    ]);
  });

  it('Q-8 · ten files are named, each once', () => {
    const times = Array.from({ length: 24 }, (_, index) => ({ file: `${index % 12}`, milliseconds: index * 1000 }));
    const named = slowest(times);
    expect(named).toHaveLength(10);
    expect(named[0]).toBe('   34.0 s  11');
  });
});

describe('paths', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'casebridge-paths-'));
    for (const folder of ['lib/kinds/case', 'e2e']) mkdirSync(path.join(root, folder), { recursive: true });
    for (const file of ['lib/kinds/case/states.ts', 'lib/kinds/case/states.test.ts', 'e2e/lists.spec.ts', 'proxy.ts'])
      writeFileSync(path.join(root, file), '');
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it.each([
    ['lib/kinds/case', { units: ['lib/kinds/case/'], journeys: [] }],
    ['./lib/kinds/case/', { units: ['lib/kinds/case/'], journeys: [] }],
    ['lib/kinds/case/states.test.ts', { units: ['lib/kinds/case/states.test.ts'], journeys: [] }],
    ['lib/kinds/case/states.ts', { units: ['lib/kinds/case/'], journeys: [] }],
    ['e2e', { units: [], journeys: ['e2e/'] }],
    ['e2e/lists.spec.ts', { units: [], journeys: ['e2e/lists.spec.ts'] }],
  ])('Q-8 · %s names its tests', (name, chosen) => {
    expect(testsOf([name], root)).toEqual(chosen);
  });

  it.each(['lib/cases', '../elsewhere'])('Q-8 · %s is refused: it is not there', (name) => {
    expect(() => testsOf([name], root)).toThrow(`There is no ${name} in this project.`);
  });
});

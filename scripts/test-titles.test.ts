import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { titlesOfRun } from './test-titles.ts';

it('Q-8 · the titles of a run that is over are those of its tests and of their groups', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'titles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (name: string, report: unknown) => {
    writeFileSync(path.join(folder, name), JSON.stringify(report));
    return path.join(folder, name);
  };
  const units = write('units.json', {
    testResults: [{ name: path.resolve('lib/a.test.ts'), assertionResults: [{ ancestorTitles: ['A'], title: 'B' }] }],
  });
  const journeys = write('journeys.json', {
    suites: [{ title: 'b.spec.ts', suites: [{ title: 'C', specs: [{ title: 'D' }] }] }],
  });
  const of = (file: string, ...texts: string[]) => texts.map((text) => ({ file, text }));
  expect(titlesOfRun(units, journeys)).toEqual([
    ...of('lib/a.test.ts', 'A', 'B'),
    ...of('e2e/b.spec.ts', 'b.spec.ts', 'C', 'D'),
  ]);
});

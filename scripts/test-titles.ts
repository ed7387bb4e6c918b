import { readFileSync } from 'node:fs';
import path from 'node:path';
import { outcomeOf } from './command.ts';

/** The title of a test or of a group, and its file. */
export interface Title {
  file: string;
  text: string;
}

/**
 * The titles of all tests and of their groups. They are listed, not read from the source, because many are
 * generated from tables. This needs no database, because no test runs.
 */
export async function testTitles(): Promise<Title[]> {
  return [...(await unitTitles()), ...(await journeyTitles())];
}

/** Q-8 · The titles from the two reports of a finished run: listing would take a minute longer. */
export function titlesOfRun(units: string, journeys: string): Title[] {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
  const { testResults }: { testResults: FileOfRun[] } = read(units);
  const ran = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ ancestorTitles, title }) =>
      [...ancestorTitles, title].map((text) => ({ file: path.relative('.', name), text })),
    ),
  );
  return [...ran, ...titlesOfSuites(read(journeys).suites)];
}

interface FileOfRun {
  name: string;
  assertionResults: { ancestorTitles: string[]; title: string }[];
}

async function unitTitles(): Promise<Title[]> {
  const config = ['--config', 'scripts/list-tests.config.ts'];
  const listed: { name: string; file: string }[] = await listing([
    'node_modules/vitest/vitest.mjs',
    'list',
    ...config,
    '--json',
    '--staticParse=false',
  ]);
  return listed.flatMap(({ name, file }) =>
    name.split(' > ').map((text) => ({ file: path.relative('.', file), text })),
  );
}

interface Suite {
  title: string;
  suites?: Suite[];
  specs?: { title: string }[];
}

async function journeyTitles(): Promise<Title[]> {
  const options = ['--list', '--pass-with-no-tests', '--reporter=json'];
  const { suites }: { suites: Suite[] } = await listing(['node_modules/@playwright/test/cli.js', 'test', ...options]);
  return titlesOfSuites(suites);
}

function titlesOfSuites(suites: Suite[]): Title[] {
  const titlesOf = (suite: Suite): string[] => [
    suite.title,
    ...(suite.specs ?? []).map(({ title }) => title),
    ...(suite.suites ?? []).flatMap(titlesOf),
  ];
  return suites.flatMap((suite) => titlesOf(suite).map((text) => ({ file: `e2e/${suite.title}`, text })));
}

async function listing(args: string[]) {
  const { status, output } = await outcomeOf(process.execPath, args);
  const start = output.search(/^[[{]$/m);
  if (status !== 0 || start < 0) throw new Error(`The tests cannot be listed:\n${output}`);
  return JSON.parse(output.slice(start));
}

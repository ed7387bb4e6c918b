import { outcomeOf } from './command.ts';

/**
 * The titles of all tests and of the groups that they stand in. Listed rather than read from the source, because many are
 * made from tables; without a database, because nothing is run.
 */
export async function testTitles(): Promise<string[]> {
  return [...(await unitTitles()), ...(await journeyTitles())];
}

async function unitTitles(): Promise<string[]> {
  const config = ['--config', 'scripts/list-tests.config.ts'];
  const listed: { name: string }[] = await listing([
    'node_modules/vitest/vitest.mjs',
    'list',
    ...config,
    '--json',
    '--staticParse=false',
  ]);
  return listed.flatMap(({ name }) => name.split(' > '));
}

interface Suite {
  title: string;
  suites?: Suite[];
  specs?: { title: string }[];
}

async function journeyTitles(): Promise<string[]> {
  const options = ['--list', '--pass-with-no-tests', '--reporter=json'];
  const { suites }: { suites: Suite[] } = await listing(['node_modules/@playwright/test/cli.js', 'test', ...options]);
  const titlesOf = (suite: Suite): string[] => [
    suite.title,
    ...(suite.specs ?? []).map(({ title }) => title),
    ...(suite.suites ?? []).flatMap(titlesOf),
  ];
  return suites.flatMap(titlesOf);
}

async function listing(args: string[]) {
  const { status, output } = await outcomeOf(process.execPath, args);
  const start = output.search(/^[[{]$/m);
  if (status !== 0 || start < 0) throw new Error(`The tests cannot be listed:\n${output}`);
  return JSON.parse(output.slice(start));
}

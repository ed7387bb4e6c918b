// `npm run check:spec`: which rules of the specification have no test, and which tests name a rule that it does not have.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { outcomeOf } from './command.ts';

const SPECIFICATION = '../shared/spec';
const LATER = 'scripts/spec-later.json';

interface Later {
  reason: string;
  ids: string[];
}

if (!existsSync(SPECIFICATION)) console.log('check:spec skipped: there is no specification beside this folder.');
else process.exitCode = report(problems(rules(), await testedIds(), laterIds()));

function report(lines: string[]): number {
  for (const line of lines) console.log(line);
  console.log(
    lines.length === 0 ? 'Every rule of the specification has a test or a reason.' : `${lines.length} problems`,
  );
  return lines.length === 0 ? 0 : 1;
}

function problems(specified: Set<string>, tested: Set<string>, later: string[]): string[] {
  const put = new Set(later);
  return [
    ...[...specified].filter((id) => !tested.has(id) && !put.has(id)).map((id) => `${id} has no test`),
    ...[...tested].filter((id) => !specified.has(id)).map((id) => `${id} is tested but not in the specification`),
    ...later.filter((id) => tested.has(id)).map((id) => `${id} has a test now: take it out of ${LATER}`),
    ...later.filter((id) => !specified.has(id)).map((id) => `${id} is in ${LATER} but not in the specification`),
    ...later.filter((id, index) => later.indexOf(id) !== index).map((id) => `${id} is in ${LATER} twice`),
  ];
}

/** A rule stands at the beginning of a list item or of a table's row. */
function rules(): Set<string> {
  const files = readdirSync(SPECIFICATION).filter((file) => file.endsWith('.md'));
  const text = files.map((file) => readFileSync(path.join(SPECIFICATION, file), 'utf8')).join('\n');
  return new Set([...text.matchAll(/^(?:- |\| )([A-Z]+(?:-[A-Z]+)*-\d+)\b(?!\.\.)/gm)].map(([, id]) => id ?? ''));
}

function laterIds(): string[] {
  const groups: Later[] = JSON.parse(readFileSync(LATER, 'utf8'));
  return groups.flatMap(({ ids }) => ids);
}

/** The ids before the dot of each title: `SYNC-INC-2, SYNC-2 · the hold reason is a line of its own`. */
async function testedIds(): Promise<Set<string>> {
  const titles = [...(await unitTitles()), ...(await journeyTitles())];
  const heads = titles.flatMap((title) => (title.includes(' · ') ? [title.slice(0, title.indexOf(' · '))] : []));
  return new Set(heads.flatMap((head) => head.match(/\b[A-Z]+(?:-[A-Z]+)*-\d+\b/g) ?? []));
}

async function unitTitles(): Promise<string[]> {
  // Not read from the source: many titles are made from tables.
  const listed: { name: string }[] = await listing([
    'node_modules/vitest/vitest.mjs',
    'list',
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

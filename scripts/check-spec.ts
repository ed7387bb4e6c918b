// `npm run check:spec`: compares rules, code and tests with each other, and with the specification beside this folder, if any.
// With the two reports of a finished run as arguments, it takes the test titles from the reports.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generateIfStale } from './generate.ts';
import { deadNames, LIST, problemsOf, readRules, type Source, specifiedIds, testedIds, wordsOf } from './rule-list.ts';
import { testTitles, titlesOfRun } from './test-titles.ts';

const SPECIFICATION = '../shared/spec';
const CODE = ['{app,bench,components,e2e,lib,prisma,scripts}/**/*.{ts,tsx,mjs,css,prisma,sql}', '*.ts'];
const PAGES = ['README.md', 'docs/architecture.md', 'docs/glossary.md', 'docs/self-hosting.md'];

// The tests import the generated client.
await generateIfStale();

const [units, journeys] = process.argv.slice(2);
const titles = units && journeys ? titlesOfRun(units, journeys) : await testTitles();

const { rules, malformed } = readRules(readFileSync(LIST, 'utf8'));
const code = globSync(CODE, { exclude: (name) => name === 'generated' }).map(source);
const pages = PAGES.map(source);
const specified = existsSync(SPECIFICATION) ? specifiedIds(specification()) : null;

const problems = [
  ...malformed,
  ...problemsOf({ rules, proven: testedIds(titles), sources: [...code, ...pages], specified }),
  ...deadNames(source('docs/glossary.md'), existsSync, new Set(code.flatMap(({ text }) => wordsOf(text)))),
];
for (const line of problems) console.log(line);

const marked = (word: string) => rules.filter(({ mark }) => mark?.word === word).length;
const [planned, measured] = [marked('planned'), marked('measured')];
console.log(
  problems.length > 0
    ? `${problems.length} problems`
    : `${rules.length} rules: ${rules.length - planned - measured} tested, ${measured} measured, ${planned} planned.`,
);
if (!specified) console.log('The comparison with the specification is skipped: there is none beside this folder.');
process.exitCode = problems.length === 0 ? 0 : 1;

function source(file: string): Source {
  return { file, text: readFileSync(file, 'utf8') };
}

function specification(): string {
  const files = readdirSync(SPECIFICATION).filter((file) => file.endsWith('.md'));
  return files.map((file) => readFileSync(path.join(SPECIFICATION, file), 'utf8')).join('\n');
}

// The text checks of `npm run check:spec`. Nothing here reads a file.
import path from 'node:path';

export interface Rule {
  id: string;
  sentence: string;
  /** Why the rule has no test: it is not built yet, or the benchmark measures it. */
  mark: { word: 'planned' | 'measured'; because: string } | null;
}

export interface Source {
  file: string;
  text: string;
}

export interface Evidence {
  rules: readonly Rule[];
  /** The files that have a test whose title begins with the id. */
  proven: ReadonlyMap<string, readonly string[]>;
  /** All files that may name a rule. */
  sources: readonly Source[];
  /** The ids of the specification; null if there is no specification beside the project. */
  specified: ReadonlySet<string> | null;
}

export const LIST = 'docs/rules.md';

const HEAD = /^([A-Z]+(?:-[A-Z]+)*-\d+(?:, [A-Z]+(?:-[A-Z]+)*-\d+)*) · /;
const ID = /\b[A-Z]+(?:-[A-Z]+)*-\d+\b/g;
const ITEM = /^- \*\*([A-Z]+(?:-[A-Z]+)*-\d+)\*\* (?:\((planned|measured): ([^)]+)\) )?(\S.*\.)$/;

/** The rules of the list, and its malformed items. */
export function readRules(text: string): { rules: Rule[]; malformed: string[] } {
  const rules: Rule[] = [];
  const malformed: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.startsWith('- ')) continue;
    const [, id, word, because = '', sentence] = ITEM.exec(line) ?? [];
    if (!id || !sentence)
      malformed.push(
        `${LIST}:${index + 1} is no rule: write "- **ID** Sentence." or "- **ID** (planned: why) Sentence."`,
      );
    else rules.push({ id, sentence, mark: word === 'planned' || word === 'measured' ? { word, because } : null });
  }
  return { rules, malformed };
}

/** A specified rule begins a list item or a table row, or is in brackets before its sentence. */
export function specifiedIds(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/(?:^(?:- |\| )|\((?=[A-Z\d-]+: ))([A-Z]+(?:-[A-Z]+)*-\d+)\b(?!\.\.)/gm)].map(
      ([, id]) => id ?? '',
    ),
  );
}

/** `SYNC-INC-2, SYNC-2 · the hold reason is a line of its own` proves both rules; ids after the dot count for nothing. */
export function testedIds(titles: readonly { file: string; text: string }[]): Map<string, string[]> {
  const proven = new Map<string, string[]>();
  for (const { file, text } of titles)
    for (const id of HEAD.exec(text)?.[1]?.split(', ') ?? []) proven.set(id, [...(proven.get(id) ?? []), file]);
  return proven;
}

/** All missing, wrong or duplicate references, one line each. */
export function problemsOf({ rules, proven, sources, specified }: Evidence): string[] {
  const ids = rules.map(({ id }) => id);
  const known = new Set(ids);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is in ${LIST} twice`),
    ...rules.flatMap((rule) => unproven(rule, proven, sources)),
    ...[...proven.keys()].filter((id) => !known.has(id)).map((id) => `${id} is tested but not in ${LIST}`),
    ...sources.flatMap((source) => [...strangeIds(source, known), ...chapters(source)]),
    ...(specified ? differences(known, specified) : []),
  ];
}

function unproven({ id, mark }: Rule, proven: Evidence['proven'], sources: readonly Source[]): string[] {
  if (!mark) {
    const tests = proven.get(id);
    if (!tests) return [`${id} has no test`];
    return tests.some((file) => isPlaceOf(id, file, sources))
      ? []
      : [`${id} is tested only away from the code that names it, in ${[...new Set(tests)].join(', ')}`];
  }
  if (proven.has(id)) return [`${id} has a test: take "${mark.word}" away in ${LIST}`];
  if (mark.word === 'planned' || sources.some((source) => isBenchmark(source) && cites(source.text).includes(id)))
    return [];
  return [`${id} is measured by nothing in bench/`];
}

/**
 * Whether a test is in the right place for a rule: a journey, which covers everything, or the folder of a noun (`lib/case`,
 * `components/live`, `scripts`) whose code names the rule. A rule that no code names concerns the project itself.
 */
function isPlaceOf(id: string, test: string, sources: readonly Source[]): boolean {
  const naming = sources.filter(({ file, text }) => isProduct(file) && cites(text).includes(id));
  if (naming.length === 0 || test.startsWith('e2e/')) return true;
  return naming.some(({ file }) => nounOf(file) === nounOf(test));
}

const isProduct = (file: string) =>
  /^(app|components|lib|prisma|scripts)\//.test(file) && !/\.test\.|\/testing\//.test(file);

/** The definition of a kind and its reactions belong to its noun. */
const nounOf = (file: string) =>
  path
    .dirname(file.replace(/^lib\/(kinds|reactions)\/(?=[^/]+\/)/, 'lib/'))
    .split('/')
    .slice(0, 2)
    .join('/');

const isBenchmark = ({ file }: Source) => file.startsWith('bench/');

const cites = (text: string): string[] => text.match(ID) ?? [];

const familyOf = (id: string) => id.slice(0, id.lastIndexOf('-'));

/** Ids of a known family that the list does not have; UTF-8 belongs to no known family. */
function strangeIds(source: Source, known: ReadonlySet<string>): string[] {
  const families = new Set([...known].map(familyOf));
  const isStrange = (id: string) => families.has(familyOf(id)) && !known.has(id);
  return linesOf(source).flatMap(({ place, line }) =>
    cites(line)
      .filter(isStrange)
      .map((id) => `${place} names ${id}, which is not in ${LIST}`),
  );
}

/** Readers have the rules, but not the specification's chapters. */
function chapters(source: Source): string[] {
  return linesOf(source)
    .filter(({ line }) => /\b(?:spec|chapter)s? ?\d/i.test(line))
    .map(({ place }) => `${place} cites a chapter: name the rule`);
}

function linesOf({ file, text }: Source) {
  return text.split('\n').map((line, index) => ({ place: `${file}:${index + 1}`, line }));
}

function differences(known: ReadonlySet<string>, specified: ReadonlySet<string>): string[] {
  return [
    ...[...specified.difference(known)].map((id) => `${id} is new in the specification: add it to ${LIST}`),
    ...[...known.difference(specified)].map((id) => `${id} is in ${LIST} and no longer in the specification`),
  ];
}

/** Names in backticks that the code does not have: `lib/kinds/case/states.ts` is a path, `HoldReason` an identifier. */
export function deadNames(page: Source, exists: (path: string) => boolean, code: ReadonlySet<string>): string[] {
  return linesOf(page).flatMap(({ place, line }) =>
    [...line.matchAll(/`([^`]+)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => (name.includes('/') ? !exists(name) : !wordsOf(name).every((word) => code.has(word))))
      .map((name) => `${place} names \`${name}\`, which is nowhere in the code`),
  );
}

/** Words that can be identifiers. */
export const wordsOf = (text: string): string[] => text.match(/[A-Za-z_][\w-]*/g) ?? [];

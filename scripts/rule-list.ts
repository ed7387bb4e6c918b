// What `npm run check:spec` asks of texts. Nothing here reads a file.

export interface Rule {
  id: string;
  sentence: string;
  /** Why no test proves it: not built yet, or a figure of the benchmark. */
  mark: { word: 'planned' | 'measured'; because: string } | null;
}

export interface Source {
  file: string;
  text: string;
}

export interface Evidence {
  rules: readonly Rule[];
  /** Ids that stand before the dot of a test's title. */
  proven: ReadonlySet<string>;
  /** Whatever may name a rule. */
  sources: readonly Source[];
  /** The ids of the specification; null where there is none beside the project. */
  specified: ReadonlySet<string> | null;
}

export const LIST = 'docs/rules.md';

const ID = /\b[A-Z]+(?:-[A-Z]+)*-\d+\b/g;
const ITEM = /^- \*\*([A-Z]+(?:-[A-Z]+)*-\d+)\*\* (?:\((planned|measured): ([^)]+)\) )?(\S.*\.)$/;

/** The rules of the list, and its items that are none. */
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

/** A rule of the specification stands at the beginning of a list item or of a table's row. */
export function specifiedIds(text: string): Set<string> {
  return new Set([...text.matchAll(/^(?:- |\| )([A-Z]+(?:-[A-Z]+)*-\d+)\b(?!\.\.)/gm)].map(([, id]) => id ?? ''));
}

/** `SYNC-INC-2, SYNC-2 · the hold reason is a line of its own` proves two rules, and the words after the dot none. */
export function provenIds(titles: readonly string[]): Set<string> {
  const heads = titles.flatMap((title) => (title.includes(' · ') ? [title.slice(0, title.indexOf(' · '))] : []));
  return new Set(heads.flatMap((head) => head.match(ID) ?? []));
}

/** Everything that does not lead where it says, one line each. */
export function problemsOf({ rules, proven, sources, specified }: Evidence): string[] {
  const ids = rules.map(({ id }) => id);
  const known = new Set(ids);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is in ${LIST} twice`),
    ...rules.flatMap((rule) => unproven(rule, proven, sources)),
    ...[...proven].filter((id) => !known.has(id)).map((id) => `${id} is tested but not in ${LIST}`),
    ...sources.flatMap((source) => [...strangeIds(source, known), ...chapters(source)]),
    ...(specified ? differences(known, specified) : []),
  ];
}

function unproven({ id, mark }: Rule, proven: ReadonlySet<string>, sources: readonly Source[]): string[] {
  if (!mark) return proven.has(id) ? [] : [`${id} has no test`];
  if (proven.has(id)) return [`${id} has a test: take "${mark.word}" away in ${LIST}`];
  if (mark.word === 'planned' || sources.some((source) => isBenchmark(source) && cites(source.text).includes(id)))
    return [];
  return [`${id} is measured by nothing in bench/`];
}

const isBenchmark = ({ file }: Source) => file.startsWith('bench/');

const cites = (text: string): string[] => text.match(ID) ?? [];

const familyOf = (id: string) => id.slice(0, id.lastIndexOf('-'));

/** Ids of a family of ours that the list does not have; UTF-8 is of no such family. */
function strangeIds(source: Source, known: ReadonlySet<string>): string[] {
  const families = new Set([...known].map(familyOf));
  const isStrange = (id: string) => families.has(familyOf(id)) && !known.has(id);
  return linesOf(source).flatMap(({ place, line }) =>
    cites(line)
      .filter(isStrange)
      .map((id) => `${place} names ${id}, which is not in ${LIST}`),
  );
}

/** A reader has the rules, but no chapters. */
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

/** Names in backticks that the code does not have: `lib/case/states.ts` is a path, `HoldReason` a word of the code. */
export function deadNames(page: Source, exists: (path: string) => boolean, code: ReadonlySet<string>): string[] {
  return linesOf(page).flatMap(({ place, line }) =>
    [...line.matchAll(/`([^`]+)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => (name.includes('/') ? !exists(name) : !wordsOf(name).every((word) => code.has(word))))
      .map((name) => `${place} names \`${name}\`, which is nowhere in the code`),
  );
}

/** What can be a name in code. */
export const wordsOf = (text: string): string[] => text.match(/[A-Za-z_][\w-]*/g) ?? [];

import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';

/** Cached results of recheck, so that each expression is analyzed only once on a machine. */
const KNOWN = 'node_modules/.cache/casebridge/regular-expressions.json';
/** Far above what a linear expression needs on a busy machine, and far below what a quadratic one needs for its longest input. */
const MILLISECONDS = 2_000;

type Literal = { pattern: string; flags: string; file: string };

const NAMED_IN_HTML = String.raw`/<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})/i`;
const SAID_OF_JSON = String.raw`/Unexpected (token|end|non-whitespace)[\s\S]{0,200}?(is not valid JSON|JSON input|after JSON[^\n]*)/g`;

/** Expressions that are slower than linear, with their longest input and the reason. Each is measured. */
const bounded: Readonly<Record<string, { longest: number; because: string }>> = {
  [SAID_OF_JSON]: {
    longest: 512_000,
    because: 'a line of the log quotes at most a body, and each place is tried for 200 characters',
  },
  [NAMED_IN_HTML]: {
    longest: 4_000,
    because: 'only the beginning of HTML is looked at',
  },
};

/** Files that build an expression at run time, and why that is safe. */
const assembled: Readonly<Record<string, string>> = {
  'lib/list/list-query.ts': 'of a prefix of ours',
  'lib/search/marked.ts': 'of escaped words, each found as it stands',
  'lib/platform/visible-text.ts': 'of classes of characters of ours',
  'lib/customer-messages/rules/internal-numbers.ts': 'of prefixes of ours',
  'lib/mail-in/masked-mail.ts': 'of signs of ours, with bounded repetitions',
  'lib/mail-in/rules/bounce.ts': 'of names of ours, with bounded repetitions',
  'lib/mail-in/rules/introductions.ts': 'of words of ours',
  'lib/mail-in/rules/reply-markers.ts': 'of words of ours, with bounded repetitions',
  'lib/platform/folded.ts': 'of letters of ours',
  'lib/import/incident-log.ts': 'of a number of ours',
  'lib/field-mapping/rules/without-internal-numbers.ts': 'of prefixes of ours',
  'lib/external/csv.ts': 'of the beginnings of formulas',
};

const files = globSync(['{lib,app,components}/**/*.{ts,tsx}', '{instrumentation,instrumentation-node,proxy}.ts'], {
  exclude: (name) => name === 'generated' || name === 'testing' || name.includes('.test.'),
}).sort();

const literals: Literal[] = [];
const assembling = new Set<string>();
for (const file of files) visit(parseSync(file, readFileSync(file, 'utf8')).program, file);

function visit(node: unknown, file: string): void {
  if (!node || typeof node !== 'object') return;
  const { type, regex, callee } = node as { type?: string; regex?: Omit<Literal, 'file'>; callee?: { name?: string } };
  if (type === 'Literal' && regex) literals.push({ pattern: regex.pattern, flags: regex.flags, file });
  if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') assembling.add(file);
  for (const child of Object.values(node)) visit(child, file);
}

/** Without an unbounded repetition, time is linear: the bounds multiply a constant. */
function mayBeSlow({ pattern }: Literal): boolean {
  const bare = pattern.replaceAll(/\\./gsu, 'x').replaceAll(/\[[^\]]*\]/gu, 'x');
  const bounds = [...bare.matchAll(/\{\d+,(\d+)\}/g)].map(([, most]) => Number(most));
  return /[*+]|\{\d+,\}/.test(bare) || bounds.reduce((all, most) => all * most, 1) > 100_000;
}

type Found = { status: string; attack: string | null };

function readKnown(): Record<string, Found> {
  try {
    return JSON.parse(readFileSync(KNOWN, 'utf8'));
  } catch {
    return {};
  }
}

const nameOf = ({ pattern, flags }: Literal) => `/${pattern}/${flags}`;

describe('regular expressions', () => {
  const distinct = [...new Map(literals.map((each) => [nameOf(each), each])).values()].filter(mayBeSlow);

  it('Q-19 · are linear, or have an input so short that they are fast', { timeout: 300_000 }, async () => {
    expect(distinct.length).toBeGreaterThan(50);
    const known = readKnown();
    const found: Record<string, Found> = {};
    for (const each of distinct) {
      const name = nameOf(each);
      found[name] = known[name] ?? (await analysed(each));
    }
    mkdirSync(KNOWN.replace(/\/[^/]+$/, ''), { recursive: true });
    writeFileSync(KNOWN, JSON.stringify(found));
    // An analysis that timed out is not a failure, as it depends on the load of the machine.
    const slow = distinct.filter((each) => found[nameOf(each)]?.status === 'vulnerable');
    expect(slow.filter((each) => !(nameOf(each) in bounded)).map((each) => `${each.file}: ${nameOf(each)}`)).toEqual(
      [],
    );
    // The analysis uses random inputs and may find a listed expression safe; it must still exist in the code.
    expect(Object.keys(bounded).filter((name) => !distinct.some((each) => nameOf(each) === name))).toEqual([]);
    for (const each of slow) expect(timeOf(each, found[nameOf(each)]?.attack), nameOf(each)).toBeLessThan(MILLISECONDS);
  });

  it('Q-19 · are put together only where that is known to be safe', () => {
    expect([...assembling].sort()).toEqual(Object.keys(assembled).sort());
  });
});

async function analysed({ pattern, flags }: Literal): Promise<Found> {
  const found = await check(pattern, flags, { timeout: 20_000, attackLimit: 1_000_000 });
  return { status: found.status, attack: found.status === 'vulnerable' ? found.attack.string.slice(0, 5_000) : null };
}

/** The time for the worst input of the allowed length, in milliseconds. */
function timeOf(each: Literal, attack: string | null | undefined): number {
  const { longest } = bounded[nameOf(each)] ?? { longest: 0 };
  const [word = ' '] = /\w+/.exec(each.pattern) ?? [];
  const times = [attack ?? word, `${word} `, ' '].map((text) => {
    const input = text.repeat(Math.ceil(longest / text.length)).slice(0, longest);
    const start = performance.now();
    input.replaceAll(new RegExp(each.pattern, each.flags.replace('g', '').concat('g')), '');
    return performance.now() - start;
  });
  return Math.max(...times);
}

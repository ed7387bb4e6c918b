import { expect, it } from 'vitest';
import { deadNames, type Evidence, problemsOf, readRules, specifiedIds, testedIds, wordsOf } from './rule-list.ts';

// These ids belong to no real family: the check also searches this file for real ones.
const LIST = [
  '# The rules',
  '',
  '## Tea',
  '',
  '- **TEA-1** Tea is hot.',
  '- **TEA-MILK-1** (planned: the cow) Milk comes last.',
  '- **TEA-2** (measured: npm run bench) A cup is poured within a second.',
].join('\n');

const { rules } = readRules(LIST);

const inOrder: Evidence = {
  rules,
  proven: new Map([['TEA-1', ['lib/tea/rules/pour.test.ts']]]),
  sources: [
    { file: 'lib/tea/rules/pour.ts', text: '/** TEA-1 · Tea is hot. */\nconst encoding = "UTF-8";' },
    { file: 'bench/tea.ts', text: '/** TEA-2 · How long a cup takes. */' },
  ],
  specified: new Set(['TEA-1', 'TEA-2', 'TEA-MILK-1']),
};

const provenIn = (file: string, ids: readonly string[]) => new Map(ids.map((id) => [id, [file]]));
const told = (change: Partial<Evidence>) => problemsOf({ ...inOrder, ...change });
const saying = (text: string) => told({ sources: [...inOrder.sources, { file: 'lib/tea/cup.ts', text }] });

it('a rule is an item of the list: an id, perhaps a mark with its reason, a sentence', () => {
  expect(rules).toEqual([
    { id: 'TEA-1', sentence: 'Tea is hot.', mark: null },
    { id: 'TEA-MILK-1', sentence: 'Milk comes last.', mark: { word: 'planned', because: 'the cow' } },
    { id: 'TEA-2', sentence: 'A cup is poured within a second.', mark: { word: 'measured', because: 'npm run bench' } },
  ]);
});

it.each(['- TEA-3 Tea is hot.', '- **TEA-3** Tea is hot', '- **TEA-3** (planned: the cow)', '- **tea-3** Tea is hot.'])(
  '"%s" is no rule, and is reported with its line',
  (item) => {
    const { rules, malformed } = readRules(`# The rules\n\n${item}`);
    expect(rules).toEqual([]);
    expect(malformed).toEqual([expect.stringMatching(/^docs\/rules\.md:3 is no rule/)]);
  },
);

it('in the specification a rule is at the beginning of an item or row, or in brackets before its text', () => {
  const text =
    '- TEA-1 Tea, see TEA-9.\n| TEA-MILK-1 | milk |\n| TEA-POT-1..4 | see there (TEA-7) |\n| Cups | (TEA-CUP-2: hot) |\nTEA-8 is no item.';
  expect([...specifiedIds(text)]).toEqual(['TEA-1', 'TEA-MILK-1', 'TEA-CUP-2']);
});

it('a title proves the ids before its dot, and no others', () => {
  const file = 'lib/tea/cup.test.ts';
  const texts = [
    'TEA-1, TEA-MILK-1 · hot, whatever TEA-2 says',
    'TEA-2 without a dot',
    'words · TEA-2',
    'of TEA-2 · words',
  ];
  const titles = [...texts.map((text) => ({ file, text })), { file: 'e2e/tea.spec.ts', text: 'TEA-1 · poured' }];
  expect(Object.fromEntries(testedIds(titles))).toEqual({ 'TEA-1': [file, 'e2e/tea.spec.ts'], 'TEA-MILK-1': [file] });
});

it('nothing is wrong with rules that are tested, planned with a reason or measured', () => {
  expect(told({})).toEqual([]);
});

it('a rule without a test is reported, and so is a mark that a test contradicts', () => {
  expect(told({ proven: new Map() })).toEqual(['TEA-1 has no test']);
  expect(told({ proven: provenIn('lib/tea/cup.test.ts', ['TEA-1', 'TEA-MILK-1', 'TEA-2']) })).toEqual([
    'TEA-MILK-1 has a test: take "planned" away in docs/rules.md',
    'TEA-2 has a test: take "measured" away in docs/rules.md',
  ]);
});

it.each(['lib/tea/states.test.ts', 'lib/tea/rules/pour.db.test.ts', 'e2e/tea.spec.ts'])(
  'a rule is proven in %s, beside the code that names it or by a journey',
  (file) => {
    expect(told({ proven: provenIn(file, ['TEA-1']) })).toEqual([]);
  },
);

it.each(['lib/coffee/export.test.ts', 'prisma/seed/demo.db.test.ts', 'lib/tea.test.ts'])(
  'a title in %s proves nothing of it',
  (file) => {
    expect(told({ proven: provenIn(file, ['TEA-1']) })).toEqual([
      `TEA-1 is tested only away from the code that names it, in ${file}`,
    ]);
  },
);

it('a rule marked as measured has a benchmark in bench/', () => {
  expect(told({ sources: inOrder.sources.slice(0, 1) })).toEqual(['TEA-2 is measured by nothing in bench/']);
});

it('a test names rules that there are', () => {
  expect(told({ proven: provenIn('lib/tea/cup.test.ts', ['TEA-1', 'COFFEE-1']) })).toEqual([
    'COFFEE-1 is tested but not in docs/rules.md',
  ]);
});

it('other references to rules are listed, each with its place', () => {
  expect(saying('// TEA-1 and\n// TEA-7 and TEA-MILK-2')).toEqual([
    'lib/tea/cup.ts:2 names TEA-7, which is not in docs/rules.md',
    'lib/tea/cup.ts:2 names TEA-MILK-2, which is not in docs/rules.md',
  ]);
});

it.each(['spec', 'Spec', 'chapter', 'chapters'])('a numbered %s is reported: a reader does not have it', (word) => {
  expect(saying(`const cup = 1;\n/** ${word} ${10} · Tea. */`)).toEqual([
    'lib/tea/cup.ts:2 cites a chapter: name the rule',
  ]);
  expect(saying(`/** The ${word} of tea. */`)).toEqual([]);
});

it('a duplicate id in the list is reported once', () => {
  expect(told({ rules: [...rules, ...rules.slice(0, 1)] })).toEqual(['TEA-1 is in docs/rules.md twice']);
});

it('with a specification beside the project the list has its ids, no more and no fewer', () => {
  expect(told({ specified: new Set(['TEA-1', 'TEA-2', 'TEA-3']) })).toEqual([
    'TEA-3 is new in the specification: add it to docs/rules.md',
    'TEA-MILK-1 is in docs/rules.md and no longer in the specification',
  ]);
  expect(told({ specified: null })).toEqual([]);
});

it('a page names existing paths and words of the code', () => {
  const page = {
    file: 'docs/glossary.md',
    text: '`lib/tea/` holds `pourTea`.\n`lib/coffee/` holds `Record<Cup, Tea>` too.',
  };
  const dead = deadNames(page, (path) => path === 'lib/tea/', new Set(wordsOf('const cup: Cup = pourTea(record);')));
  expect(dead).toEqual([
    'docs/glossary.md:2 names `lib/coffee/`, which is nowhere in the code',
    'docs/glossary.md:2 names `Record<Cup, Tea>`, which is nowhere in the code',
  ]);
});

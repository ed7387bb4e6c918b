import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { RunDraft } from '#lib/proactive/run-draft.ts';
import { RunSummary } from './run-summary.tsx';

const nothing: RunDraft = {
  count: 0,
  names: [],
  already: [],
  alreadyCount: 0,
  inactive: [],
  inactiveCount: 0,
  remain: [],
  remainCount: 0,
  refused: null,
  major: null,
  communication: null,
};
const boxeo = { already: [{ name: 'Boxeo', number: 'CS0001001' }], alreadyCount: 1 };
const jane = { inactive: ['Jane Doe'], inactiveCount: 1 };

test.each<[string, Partial<RunDraft>, boolean, string]>([
  ['all who are affected have one', boxeo, false, 'Every affected account has a proactive case already.'],
  ['all who were selected have one', boxeo, true, 'Every selected account has a proactive case already.'],
  ['nobody is affected', {}, false, 'No account is affected.'],
  ['who was selected is affected no longer', {}, true, 'No selected account is affected now.'],
  ['nobody is active', jane, true, 'No selected account is active.'],
  ['one has a case, another is gone', { ...boxeo, ...jane }, false, 'No affected account can get a proactive case.'],
  ['the record takes none', { ...boxeo, refused: 'INC0010001 is Resolved.' }, false, 'INC0010001 is Resolved.'],
])('PRO-1 · why nothing is made: %s', (_why, draft, ofSelection, sentence) => {
  const shown = renderToStaticMarkup(
    <RunSummary
      draft={{ ...nothing, ...draft }}
      of="accounts"
      ofSelection={ofSelection}
      remain={{ names: [], count: 0 }}
    />,
  );
  expect(shown).toContain(sentence);
});

test.each([
  ['accounts', 'Consumers can be generated in a separate run: Jane Doe and 2 more'],
  ['consumers', 'Accounts can be generated in a separate run: Jane Doe and 2 more'],
] as const)('PRO-8 · a run of %s names who remains', (of, sentence) => {
  const remain = { names: ['Jane Doe'], count: 3 };
  const shown = renderToStaticMarkup(<RunSummary {...{ draft: nothing, of, ofSelection: false, remain }} />);
  expect(shown).toContain(sentence);
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LocaleProvider } from '#components/ui/locale-provider.tsx';
import type { ShownUpdate } from '#lib/ledger/shown-update.ts';
import { UpdatesTable } from './updates-table.tsx';

const rule = (id: string, name: string) => ({ id, name, written: 2, leftOut: [] });

const update: ShownUpdate = {
  id: '1',
  at: '2026-11-23T14:02:00.000Z',
  number: 'INC0010001',
  by: 'Ian Itil',
  isUndo: false,
  undoes: null,
  undone: null,
  rules: [rule('SYNC-INC-1', 'State'), rule('SYNC-INC-2', 'Hold'), rule('SYNC-INC-4', 'Comment')],
  mails: null,
  mayRetry: false,
};

const shown = (withRecord: boolean, ...updates: ShownUpdate[]) =>
  renderToStaticMarkup(
    <LocaleProvider timeZone="UTC" locale="en-GB" now={Date.parse(update.at)}>
      <UpdatesTable caption="Updates" updates={updates} withRecord={withRecord} />
    </LocaleProvider>,
  );

test('SYNC-6 · an undo says what it undoes, and the undone update when it was undone', () => {
  const undo = { ...update, id: '2', at: '2026-11-23T14:05:00.000Z', isUndo: true, undoes: update.at };
  const text = shown(false, undo, { ...update, undone: undo.at }).replaceAll(/<[^>]*>/g, '');
  expect(text).toContain('Undo of 23 Nov 2026, 14:02');
  expect(text).toContain('Undo at 23 Nov 2026, 14:05');
});

test('SYNC-6 · the list of all records folds several rules into one line and links the record', () => {
  const folded = shown(true, update);
  expect(folded).toContain('State and 2 more');
  expect(folded).toMatch(/<a class="text-link record-number"[^>]* href="[^"]*INC0010001\?tab=updates"/);
  expect(shown(true, { ...update, rules: update.rules.slice(0, 1) })).not.toContain('more');
  expect(shown(false, update)).not.toContain('more');
});

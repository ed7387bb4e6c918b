import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TeamPanel } from './team-panel.tsx';

const team = { id: 'desk', name: 'Desk', kinds: [], open: {}, pressing: {}, unassigned: {}, people: [] };

test('home · a group whose records the reader may not see is not shown as empty', () => {
  const shown = renderToStaticMarkup(<TeamPanel team={team} />);
  expect(shown).toContain('This group has no active records that you can see.');
});

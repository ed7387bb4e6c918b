import { expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { at } from '#lib/platform/clock.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { preview } from './list-preview.ts';

const w = await world();

it('ACC-6 · a preview has the last three messages, for users who see the record', async () => {
  const { number } = await aCase(w, { shortDescription: 'Looked at', priority: '2' });
  for (const [minute, type] of (['comment', 'work_note', 'comment', 'work_note'] as const).entries())
    await at(new Date(Date.UTC(2030, 0, 1, 0, minute)), () =>
      addEntry(w.ava, { kind: 'case', number, type, text: `Message ${minute}` }),
    );
  const shown = await preview(w.vic, { kind: 'case', number });
  expect(shown).toMatchObject({ number, title: 'Looked at', state: { label: 'New' } });
  expect(shown?.facts).toContainEqual({ term: 'Priority', detail: '2 - High' });
  expect(shown?.messages.map(({ type, html }) => [type, html.replaceAll(/<[^>]*>|\n/g, '')])).toEqual([
    ['work_note', 'Message 3'],
    ['comment', 'Message 2'],
    ['work_note', 'Message 1'],
  ]);
  for (const actor of [w.ian, w.nils, w.cora]) expect(await preview(actor, { kind: 'case', number })).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { db } from '#lib/platform/db.ts';
import { type AssociableLinkName, associableLinkNames, links } from '#lib/record/link.ts';
import { additionalActions } from '#lib/related/additional-actions.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { linkOfVariant, variants } from '#lib/related/variant.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { aCaseOf } from '#lib/testing/itsm.ts';
import { aRecordOf } from '#lib/testing/kinds.ts';
import { aCase, notesOf, world } from '#lib/testing/world.ts';
import { switchIntegration } from './commands/switch-integration.ts';
import { type ListedLink, listIntegrations } from './queries.ts';

const w = await world();

/** What the page lists as hidden, besides the label of the link. */
const vanishing: Readonly<Record<AssociableLinkName, Pick<ListedLink, 'items' | 'group' | 'tabs'>>> = {
  incident: {
    items: ['Create Incident', 'Associate Incident', 'Remove Incident'],
    group: 'Incident',
    tabs: [{ name: 'Customer Cases', of: 'incident' }],
  },
  problem: {
    items: ['Create Problem', 'Associate Problem', 'Remove Problem'],
    group: 'Problem',
    tabs: [{ name: 'Customer Cases', of: 'problem' }],
  },
  change: {
    items: ['Create Normal Change', 'Create Standard Change', 'Associate Change', 'Remove Change'],
    group: 'Change Request',
    tabs: [{ name: 'Cases Fixed by Change', of: 'change request' }],
  },
  causedByChange: {
    items: ['Associate Caused by Change', 'Remove Caused by Change'],
    group: 'Caused by Change',
    tabs: [{ name: 'Cases Caused by Change', of: 'change request' }],
  },
  request: {
    items: ['Create Request', 'Associate Request', 'Remove Request'],
    group: null,
    tabs: [
      { name: 'Requests', of: 'case' },
      { name: 'Customer Cases', of: 'request' },
    ],
  },
};

describe.each(associableLinkNames)('%s', (link) => {
  const { integration: id, kind } = links[link];
  const notActive = { rule: 'REL-3', because: `The integration ${id} is not active.` };
  const record = () => aRecordOf(kind, w);

  test('ADM-5, REL-3 · if it is off, its commands are refused, its menu items are hidden and its data stays', async () => {
    const linked = await record();
    const theCase = await aCaseOf(w, link, linked);
    const without = await aCase(w);
    const free = await record();

    expect(await switchIntegration(w.adam, { id, active: false })).toBe(true);

    const offered = additionalActions(without, w.adam, await readSettings(db()));
    expect(offered.filter((item) => links[item.link].integration === id)).toEqual([]);
    const relate = { caseNumber: without.number, link, number: free.number };
    await expect(associate(w.adam, relate)).rejects.toMatchObject(notActive);
    const toRemove = { caseNumber: theCase.number, link, number: linked.number };
    await expect(remove(w.adam, toRemove)).rejects.toMatchObject(notActive);
    await switchIntegration(w.adam, { id, active: true });
    await expect(remove(w.adam, toRemove)).resolves.toMatchObject({ id: linked.id });
  });

  test('ADM-5, REL-3 · updates from while it was off are not caught up later', async () => {
    const { number, ...linked } = await record();
    const theCase = await aCaseOf(w, link, { number, ...linked });
    const comment = (text: string) => addEntry(w.ian, { kind, number, type: 'comment', text });

    await switchIntegration(w.adam, { id, active: false });
    await comment('While it is off.');
    await switchIntegration(w.adam, { id, active: true });
    await comment('While it is on.');

    const copied = (await notesOf(theCase)).filter((note) => note.includes('While it is'));
    const rule = link === 'problem' ? [] : [`Comment on ${number} by Ian Itil: While it is on.`];
    expect(copied).toEqual(rule);
  });

  test('ADM-5 · the page lists what depends on it', async () => {
    const listed = await listIntegrations(w.adam);
    const own = listed.find((integration) => integration.id === id);
    const { label } = links[link];
    expect(own).toMatchObject({
      active: true,
      links: expect.arrayContaining([{ label, cases: 1, ...vanishing[link] }]),
    });
    expect(own?.rules.length).toBeGreaterThan(0);
  });
});

test.each(variants)('REL-3 · off, %s cannot be created from a case', async (variant) => {
  const { integration: id } = links[linkOfVariant[variant]];
  const { number: caseNumber } = await aCase(w);
  await switchIntegration(w.adam, { id, active: false });
  await expect(createFromCase(w.adam, { caseNumber, variant })).rejects.toMatchObject({ rule: 'REL-3' });
  await switchIntegration(w.adam, { id, active: true });
});

test('ADM-5 · only administrators turn an integration', async () => {
  await expect(switchIntegration(w.mia, { id: 'com.sn_cs_sm', active: false })).rejects.toMatchObject({
    rule: 'ACC-6',
  });
  await expect(listIntegrations(w.mia)).rejects.toMatchObject({ rule: 'ACC-6' });
});

test('ADM-5 · there are no integrations but those of the product', async () => {
  await expect(switchIntegration(w.adam, { id: 'com.other', active: false })).rejects.toMatchObject({ rule: 'ADM-5' });
});

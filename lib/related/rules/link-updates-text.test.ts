import { describe, expect, it } from 'vitest';
import { type LinkName, linkNames, links } from '#lib/record/link.ts';
import { defaultSettings } from '#lib/settings/settings.ts';
import { linkUpdates } from '#lib/sync/link-updates.ts';
import { syncRules } from '#lib/sync/rules.ts';
import { caseUpdatesText, linkUpdatesText, listed, removalUpdatesText } from './link-updates-text.ts';

const without = (...rules: string[]) => ({ ...defaultSettings, rulesOff: new Set(rules) });
const all = syncRules.map(({ id }) => id);

/** The updates that the case receives along each link, written from the specification. */
const expectedTexts: Readonly<Partial<Record<LinkName, string>>> = {
  incident: 'state changes, hold reasons, resolution and comments',
  problem: 'state changes, workaround, fix, resolution and known error article',
  change: 'state changes, changes of type, comments, holds, releases from hold and closure',
  causedByChange: 'state changes, changes of type, comments, holds, releases from hold and closure',
  request: 'state changes, outcome and comments',
};

describe('the updates announced in a dialog', () => {
  const telling = linkNames.filter((link) => linkUpdates(link, without()).toCase.length > 0);
  it.each(telling)('REL-19, REL-15 · %s: exactly the updates of its rules', (link) => {
    const updates = linkUpdates(link, without('SYNC-CASE-1', 'SYNC-CASE-2'), false);
    const text = expectedTexts[link] ?? 'nothing by the specification';
    const promised = `${text.replace(/^s/, 'S')} of INC0010001 will appear in the work notes of the case.`;
    expect(linkUpdatesText(updates, 'INC0010001')).toBe(`${promised} Nothing is sent to the customer.`);
    expect(removalUpdatesText(updates, 'X')).toContain(`will no longer show its ${text}.`);
    expect(caseUpdatesText(updates, 'X')).toBe(`Cases associated with X get its ${text}.`);
  });

  it('REL-19, WO-2 · a work order: that it is created, and nothing afterwards; with the rule off nothing', () => {
    const once = 'The work notes of the case will name it; later changes are not copied between the two.';
    expect(linkUpdatesText(linkUpdates('workOrder', without()))).toBe(`${once} Nothing is sent to the customer.`);
    expect(linkUpdatesText(linkUpdates('workOrder', without('SYNC-WO-1')))).toContain('no rule for it is active');
  });

  it('REL-19 · every link with updates in the specification has its rules', () => {
    expect(Object.keys(expectedTexts)).toEqual(telling);
  });

  it.each(syncRules.filter(({ on, targets }) => on !== 'created' && targets.some(({ to }) => to === 'cases')))(
    'REL-19 · with $id off its updates are not announced, unless another rule has them too',
    ({ id, updates, targets }) => {
      const [link] = linkNames.filter((name) => targets.some((to) => to.to === 'cases' && to.links.includes(name)));
      if (!link) throw new Error(`${id} reaches no case.`);
      expect(linkUpdates(link, without()).toCase).toContain(updates);
      expect(linkUpdates(link, without(id)).toCase).not.toContain(updates);
    },
  );

  it.each(linkNames)('REL-19, REL-3 · %s: with its rules or its integration off nothing is promised', (link) => {
    const off = { ...defaultSettings, integrationsOff: new Set([links[link].integration]) };
    for (const settings of [without(...all), off]) {
      const updates = linkUpdates(link, settings);
      expect(updates).toEqual({ toCase: [], toRecord: [], resolves: false, creation: false });
      expect(linkUpdatesText(updates)).toBe(
        'Nothing of the record will be written into the case: no rule for it is active. Nothing is sent to the customer.',
      );
      expect(removalUpdatesText(updates, 'X')).toMatch(/^Earlier notes stay/);
      expect(caseUpdatesText(updates, 'X')).toMatch(/no rule for it is active/);
    }
  });

  it('REL-19, SYNC-CASE-1 · updates from the case into the incident are announced too, if the rule is active', () => {
    const settings = {
      ...without('SYNC-CASE-2'),
      values: new Map([['proactive_workflows_for_providers.additional_comments_sync', 'true']]),
    };
    const updates = linkUpdates('incident', settings);
    expect(linkUpdatesText(updates, 'INC0010001')).toContain(
      'Comments of the customer on the case will appear in INC0010001.',
    );
    expect(linkUpdates('problem', settings).toRecord).toEqual([]);
    expect(removalUpdatesText(updates, 'INC0010001')).toContain(
      'Comments of the customer on the case will no longer appear in INC0010001.',
    );
  });

  it('REL-19, SYNC-INC-5 · the resolution of a proactive case with its incident is announced while the rule is active', () => {
    const active = linkUpdates('incident', without());
    const text = 'A proactive case is resolved with INC0010001, and its customer is notified if reachable; otherwise';
    expect(linkUpdatesText(active, 'INC0010001')).toContain(text);
    expect(removalUpdatesText(active, 'INC0010001')).toContain(
      'A proactive case will no longer be resolved with INC0010001.',
    );
    expect(caseUpdatesText(active, 'INC0010001')).toContain(
      'Proactive ones are resolved with it, and their customers are notified if reachable.',
    );
    const off = linkUpdates('incident', without('SYNC-INC-5'));
    expect([off.resolves, linkUpdates('incident', without(), false).resolves]).toEqual([false, false]);
    expect(linkNames.filter((link) => linkUpdates(link, without()).resolves)).toEqual(['incident']);
    expect(linkUpdatesText(off)).toMatch(/Nothing is sent to the customer\.$/);
  });

  it('REL-13, REL-15 · of a change that is cause and fix, one removal ends nothing', () => {
    const promised = removalUpdatesText(linkUpdates('change', without()), 'CHG0030001', true);
    expect(promised).toBe(
      `It stays associated by another field of the case: the work notes still show its ${expectedTexts.change}. Nothing is sent to the customer, and CHG0030001 itself stays as it is.`,
    );
    expect(removalUpdatesText(linkUpdates('change', without(...all)), 'X', true)).not.toMatch(/no longer|go on/);
  });

  it.each([
    [[], ''],
    [['comments'], 'comments'],
    [['comments', 'fix'], 'comments and fix'],
  ])('REL-19 · %j reads: %s', (names, text) => {
    expect(listed(names)).toBe(text);
  });
});

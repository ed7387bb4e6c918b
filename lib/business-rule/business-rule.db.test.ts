import { describe, expect, test } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { syncRules } from '#lib/sync/rules.ts';
import { aCaseWithIncident, anotherCaseOf, notesOf, world } from '#lib/testing/world.ts';
import { switchBusinessRule } from './commands/switch-business-rule.ts';
import { listBusinessRules } from './queries.ts';

const w = await world();

const isOff = async (id: string) => (await readSettings(db())).rulesOff.has(id);

describe.each(syncRules)('$id', ({ id, offByDefault }) => {
  const before = !offByDefault;

  test('ADM-2, ADM-12 · its switch counts at once and is in the audit log', async () => {
    expect(await switchBusinessRule(w.adam, { id, active: !before })).toBe(true);
    expect(await isOff(id)).toBe(before);
    expect(await switchBusinessRule(w.adam, { id, active: before })).toBe(true);
    expect(await isOff(id)).toBe(!before);

    const entries = await db().auditEntry.findMany({ where: { subject: id }, orderBy: { id: 'asc' } });
    expect(entries).toMatchObject([
      { action: 'business-rule.changed', actorId: w.adam.id, oldValue: before, newValue: !before },
      { action: 'business-rule.changed', actorId: w.adam.id, oldValue: !before, newValue: before },
    ]);
  });

  test('ADM-2 · only administrators turn it', async () => {
    await expect(switchBusinessRule(w.mia, { id, active: !before })).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});

test('ADM-2 · there are no rules but those of the table', async () => {
  await expect(switchBusinessRule(w.adam, { id: 'SYNC-0', active: false })).rejects.toMatchObject({ rule: 'ADM-2' });
});

test('ADM-2 · with the rule off, a comment on an incident is not copied to its cases', async () => {
  const { theCase, incident } = await aCaseWithIncident(w);
  const comment = (text: string) =>
    addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text });

  await switchBusinessRule(w.adam, { id: 'SYNC-INC-4', active: false });
  await comment('While it is off.');
  await switchBusinessRule(w.adam, { id: 'SYNC-INC-4', active: true });
  await comment('While it is on.');

  const copied = (await notesOf(theCase)).filter((note) => note.includes('While it is'));
  expect(copied).toEqual([`Comment on ${incident.number} by Ian Itil: While it is on.`]);
});

test('ADM-2 · counts how often a rule fired in 24 hours and 30 days, not how many cases it updated', async () => {
  const { incident } = await aCaseWithIncident(w);
  await anotherCaseOf(w, incident);
  const hour = 60 * 60 * 1000;
  const end = new Date(Date.now() + 100 * 24 * hour);
  for (const ago of [1, 25, 24 * 29, 24 * 31])
    await at(new Date(end.getTime() - ago * hour), () =>
      addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: `${ago} hours ago` }),
    );

  const rules = await at(end, () => listBusinessRules(w.adam));

  const fired = rules.map(({ id, firedInDay, firedInMonth }) => [id, firedInDay, firedInMonth]);
  expect(fired).toEqual(syncRules.map(({ id }) => (id === 'SYNC-INC-4' ? [id, 1, 3] : [id, 0, 0])));
});

test('ADM-2 · the list shows when a rule is on and still does not fire', async () => {
  const rules = await listBusinessRules(w.adam);
  const heldBack = rules.filter((rule) => rule.heldBack).map(({ id }) => id);
  expect(heldBack).toEqual(['SYNC-CASE-1', 'SYNC-MAJ-1', 'SYNC-MAJ-2', 'SYNC-MAJ-3']);
  await expect(listBusinessRules(w.ava)).rejects.toMatchObject({ rule: 'ACC-6' });
});

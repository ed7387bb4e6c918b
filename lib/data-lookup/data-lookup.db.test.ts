import { beforeEach, expect, test } from 'vitest';
import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { Json } from '#lib/platform/json.ts';
import { priorityFor } from '#lib/settings/priority.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { holderOf } from '#lib/testing/world.ts';
import { addLookupRow } from './commands/add-lookup-row.ts';
import { updateLookupRow } from './commands/update-lookup-row.ts';
import { lookupFormatter } from './lookup-formatter.ts';
import { lookupSetting } from './lookup-setting.ts';
import { priorityLookup } from './queries.ts';

let adam: Actor;
let ian: Actor;

beforeEach(async () => {
  await db().priorityLookup.deleteMany();
  await emptyAuditLog();
  await db().user.deleteMany();
  await ensureConfiguration(db());
  adam = await holderOf('Adam Admin', ['admin']);
  ian = await holderOf('Ian Itil', ['itil']);
});

const rowOf = async (impact: number, urgency: number) => {
  const { rows } = await priorityLookup(adam);
  const row = rows.find((each) => each.impact === impact && each.urgency === urgency);
  if (!row) throw new Error('There is no such row.');
  return row;
};

const second = { impact: 1, urgency: 1, priority: 3, order: 900, active: true };

test('ADM-3 · a second active row for a pair is refused, and the first one is named', async () => {
  await expect(addLookupRow(adam, second)).rejects.toMatchObject({
    rule: 'ADM-3',
    field: 'impact',
    because: expect.stringContaining('priority 1, order 100'),
  });
});

test('ADM-3 · a second row that is not active is added, but cannot be activated beside the first', async () => {
  const id = await addLookupRow(adam, { ...second, active: false });
  await expect(updateLookupRow(adam, { id, ...second })).rejects.toMatchObject({ rule: 'ADM-3' });

  await updateLookupRow(adam, { ...(await rowOf(1, 1)), active: false });
  await updateLookupRow(adam, { id, ...second });

  const { lookup } = await readSettings(db());
  expect(priorityFor(lookup, 1, 1)).toBe(3);
});

test('ADM-3 · when two users fill one pair at once, one is refused', async () => {
  await updateLookupRow(adam, { ...(await rowOf(1, 1)), active: false });
  const results = await Promise.allSettled([addLookupRow(adam, second), addLookupRow(adam, { ...second, order: 901 })]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { rule: 'ADM-3' } });
});

test('ADM-3, ADM-12 · an edited row counts at once and is in the audit log', async () => {
  const row = await rowOf(3, 3);
  await updateLookupRow(adam, { ...row, priority: 4 });
  expect(priorityFor((await readSettings(db())).lookup, 3, 3)).toBe(4);
  expect(await db().auditEntry.findMany()).toMatchObject([
    {
      action: 'priority-lookup.changed',
      subject: row.id,
      oldValue: { impact: 3, urgency: 3, priority: 5, order: 500, active: true },
      newValue: { impact: 3, urgency: 3, priority: 4, order: 500, active: true },
    },
  ]);
});

test('ADM-3 · only administrators see and change the rows', async () => {
  const row = await rowOf(3, 3);
  await expect(priorityLookup(ian)).rejects.toMatchObject({ rule: 'ACC-6' });
  await expect(addLookupRow(ian, { ...second, active: false })).rejects.toMatchObject({ rule: 'ACC-6' });
  await expect(updateLookupRow(ian, { ...row, priority: 1 })).rejects.toMatchObject({ rule: 'ACC-6' });
});

test('ADM-3 · a row that is not there cannot be changed', async () => {
  const { id } = await rowOf(3, 3);
  await db().priorityLookup.delete({ where: { id } });
  await expect(updateLookupRow(adam, { id, ...second, active: false })).rejects.toMatchObject({ rule: 'REL-16' });
});

test('ADM-12 · the audit log stores a row as JSON, and shows it as text', () => {
  const value = (logged: Json) => lookupFormatter.value(logged, () => null);
  expect(lookupSetting.parse({ ...second }, null)).toEqual(second);
  expect(lookupSetting.parse({ impact: 1 }, null)).toBeNull();
  expect(value(second)).toBe('impact 1, urgency 1, priority 3, order 900, active');
  expect(value({ impact: 1, active: false, colour: 'red' })).toBe('impact 1, inactive, colour red');
  expect(value('impact 1, urgency 1, priority 3')).toBe('impact 1, urgency 1, priority 3');
});

import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '#lib/platform/json.ts';

const migration = readFileSync('prisma/migrations/20261122120000_audit_values_as_json/migration.sql', 'utf8');
const client = new Client({ connectionString: process.env.DATABASE_URL });

const row = 'Name: "Laptop", Price: "12.50", Active: "true"';

/** Entries of the version before, and what becomes of their values. */
const entries: readonly [action: string, was: string | null, is: Json][] = [
  ['business-rule.changed', 'active', true],
  ['integration.changed', 'inactive', false],
  ['property.changed', 'true', true],
  ['property.changed', '25', 25],
  ['property.changed', '0', 0],
  ['property.changed', '007', '007'],
  ['property.changed', 'first', 'first'],
  ['catalog-item.changed', row, row],
  [
    'priority-lookup.changed',
    'impact 1, urgency 1, priority 1, order 100, active',
    'impact 1, urgency 1, priority 1, order 100, active',
  ],
  ['user.roles-changed', 'itil', 'itil'],
  ['sign-in.refused', 'from 192.0.2.1', 'from 192.0.2.1'],
  ['sign-in.accepted', null, null],
];

beforeAll(async () => {
  await client.connect();
  // Stands before the real table in the path on which names are looked up.
  await client.query('create temp table audit_entries (n int, action text, old_value text, new_value text)');
  for (const [n, [action, was]] of entries.entries())
    await client.query('insert into audit_entries values ($1, $2, null, $3)', [n, action, was]);
  await client.query("insert into audit_entries values (100, 'user.activated', 'false', 'true')");
  await client.query(`begin; ${migration}; commit`);
});

afterAll(() => client.end());

test('ADM-12 · what stood in the log before stays readable, and switches and properties keep their type', async () => {
  const { rows } = await client.query('select action, new_value from audit_entries where n < 100 order by n');
  expect(rows.map(({ action, new_value }) => [action, new_value])).toEqual(
    entries.map(([action, , is]) => [action, is]),
  );
  const { rowCount } = await client.query('select from audit_entries where old_value is not null and n < 100');
  expect(rowCount).toBe(0);
});

test('ADM-12 · who was let in or out before is found by the present action', async () => {
  const { rows } = await client.query('select action, old_value, new_value from audit_entries where n = 100');
  expect(rows).toEqual([{ action: 'user.activation-changed', old_value: 'false', new_value: 'true' }]);
});

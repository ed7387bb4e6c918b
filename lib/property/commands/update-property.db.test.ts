import { beforeAll, describe, expect, test } from 'vitest';
import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { firstValueOf } from '#lib/settings/first-values.ts';
import {
  type PropertyDeclaration,
  type PropertyName,
  type PropertyValue,
  properties,
} from '#lib/settings/properties.ts';
import { property, readSettings } from '#lib/settings/settings.ts';
import { holderOf } from '#lib/testing/world.ts';
import { listProperties } from '../queries.ts';
import { updateProperty } from './update-property.ts';

let adam: Actor;
let ian: Actor;

beforeAll(async () => {
  await ensureConfiguration(db());
  await db().group.create({ data: { name: 'Service desk' } });
  adam = await holderOf('Adam Admin', ['admin']);
  ian = await holderOf('Ian Itil', ['itil']);
});

const other = (name: PropertyName, declared: PropertyDeclaration): PropertyValue => {
  if (declared.type === 'integer') return declared.default + 1;
  if (declared.type === 'choice') return declared.choices.find((choice) => choice !== declared.default) ?? '';
  if (declared.type === 'group') return 'Service desk';
  // Of a list, its first name alone.
  if (declared.type === 'list') return declared.default.split(',')[0] ?? '';
  if (declared.type === 'string') return name === 'mail.from' ? 'Help <help@example.com>' : 'mail.example.com';
  return !declared.default;
};

const all = (Object.entries(properties) as [PropertyName, PropertyDeclaration][]).map(([name, declared]) => ({
  name,
  default: String(firstValueOf(name)),
  value: String(other(name, declared)),
  /** The audited values, in the property's type. */
  logged: { oldValue: firstValueOf(name), newValue: other(name, declared) },
}));

const entriesOf = (subject: string) => db().auditEntry.findMany({ where: { subject }, orderBy: { id: 'asc' } });

describe.each(all)('$name', ({ name, default: before, value, logged }) => {
  test('ADM-1 · an invalid value is reported, and nothing changes', async () => {
    await expect(updateProperty(adam, { name, value: 'perhaps' })).rejects.toMatchObject({
      rule: 'ADM-1',
      field: 'value',
      because: expect.stringMatching(/^Must be/),
    });
    expect(await entriesOf(name)).toEqual([]);
  });

  test('ADM-1 · only administrators set it', async () => {
    await expect(updateProperty(ian, { name, value })).rejects.toMatchObject({ rule: 'ACC-6' });
  });

  test('ADM-1, ADM-12 · a new value counts at once and is in the audit log', async () => {
    expect(property(await readSettings(db()), name)).toBe(before);

    expect(await updateProperty(adam, { name, value })).toBe(true);

    expect(property(await readSettings(db()), name)).toBe(value);
    const entry = { action: 'property.changed', actorId: adam.id, ...logged, undoes: null };
    expect(await entriesOf(name)).toMatchObject([entry]);
  });

  test('ADM-12 · the same value again is no change', async () => {
    expect(await updateProperty(adam, { name, value })).toBe(false);
    expect(await entriesOf(name)).toHaveLength(1);
  });

  test('ACC-9 · a value set by an administrator survives a restart', async () => {
    await ensureConfiguration(db());
    expect(property(await readSettings(db()), name)).toBe(value);
  });
});

test('ADM-1 · there are no properties but those of the product', async () => {
  await expect(updateProperty(adam, { name: 'glide.ui.theme', value: 'x' })).rejects.toMatchObject({ rule: 'ADM-1' });
});

test('ADM-1 · the page shows all of them with type, value and default', async () => {
  const listed = await listProperties(adam);
  expect(listed.map(({ name, value, default: initial }) => ({ name, value, default: initial }))).toEqual(
    all.map(({ name, value, default: initial }) => ({ name, value, default: initial })),
  );
  await expect(listProperties(ian)).rejects.toMatchObject({ rule: 'ACC-6' });
});

test('ADM-1 · the group of new cases is an existing one, or none', async () => {
  const name = 'case.default_assignment_group';
  expect(await updateProperty(adam, { name, value: '' })).toBe(true);
  await db().group.delete({ where: { name: 'Service desk' } });
  await expect(updateProperty(adam, { name, value: 'Service desk' })).rejects.toMatchObject({
    rule: 'ADM-1',
    field: 'value',
    because: 'Must be the name of a group, or empty.',
  });
});

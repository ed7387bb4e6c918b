import { expect, test } from 'vitest';
import { roleNames } from '#lib/access/roles.ts';
import { db } from '#lib/platform/db.ts';
import { integrations } from '#lib/settings/integrations.ts';
import { defaultLookup } from '#lib/settings/priority.ts';
import { properties } from '#lib/settings/properties.ts';
import { syncRules } from '#lib/sync/rules.ts';
import { ensureConfiguration } from './ensure-configuration.ts';

const everything = async () => ({
  properties: (await db().property.findMany()).map(({ name }) => name).sort(),
  rules: (await db().businessRule.findMany()).map(({ id }) => id).sort(),
  integrations: (await db().integration.findMany()).map(({ id }) => id).sort(),
  roles: (await db().role.findMany()).map(({ name }) => name).sort(),
  lookup: await db().priorityLookup.count(),
});

const whole = {
  properties: Object.keys(properties).sort(),
  rules: syncRules.map(({ id }) => id).sort(),
  integrations: Object.keys(integrations).sort(),
  roles: [...roleNames].sort(),
  lookup: defaultLookup.length,
};

test('ACC-9 · every database has its configuration, once', async () => {
  await ensureConfiguration(db());
  await ensureConfiguration(db());
  expect(await everything()).toEqual(whole);
});

test('ACC-9 · rules start as the table defines', async () => {
  const off = await db().businessRule.findMany({ where: { active: false } });
  expect(off.map(({ id }) => id)).toEqual(syncRules.filter((rule) => rule.offByDefault).map(({ id }) => id));
});

test('ACC-9 · switches set by an administrator stay', async () => {
  await db().businessRule.updateMany({ data: { active: false } });
  await db().integration.updateMany({ data: { active: false } });
  await db().priorityLookup.updateMany({ data: { active: false } });

  await ensureConfiguration(db());

  expect(await db().businessRule.count({ where: { active: true } })).toBe(0);
  expect(await db().integration.count({ where: { active: true } })).toBe(0);
  expect(await db().priorityLookup.count({ where: { active: true } })).toBe(0);
  expect(await everything()).toEqual(whole);
});

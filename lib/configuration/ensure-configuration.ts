import { storeRoles } from '#lib/access/store-roles.ts';
import { directionNames, firstMapName, mapDirections } from '#lib/field-mapping/mapping.ts';
import type { Db } from '#lib/platform/db.ts';
import { firstValueOf } from '#lib/settings/first-values.ts';
import { integrations } from '#lib/settings/integrations.ts';
import { defaultLookup } from '#lib/settings/priority.ts';
import { type PropertyName, properties } from '#lib/settings/properties.ts';
import { syncRules } from '#lib/sync/rules.ts';

/** ACC-9 · Adds missing roles, properties, rules, integrations and lookups; keeps what administrators changed. */
export async function ensureConfiguration(tx: Db): Promise<void> {
  await storeRoles(tx);
  await tx.property.createMany({
    data: (Object.keys(properties) as PropertyName[]).map((name) => ({ name, value: String(firstValueOf(name)) })),
    skipDuplicates: true,
  });
  await tx.businessRule.createMany({
    data: syncRules.map(({ id, offByDefault }) => ({ id, active: !offByDefault })),
    skipDuplicates: true,
  });
  await tx.integration.createMany({ data: Object.keys(integrations).map((id) => ({ id })), skipDuplicates: true });

  for (const direction of directionNames)
    if ((await tx.fieldMap.count({ where: { direction } })) === 0) {
      const { id: mapId } = await tx.fieldMap.create({ data: { name: firstMapName(direction), direction } });
      await tx.fieldMapping.createMany({
        data: mapDirections[direction].rows.map((row) => ({ ...row, mapId, direction })),
      });
    }

  // Lookup rows have no key to match them by. Once any exist, administrators own them.
  if ((await tx.priorityLookup.count()) === 0)
    await tx.priorityLookup.createMany({ data: [...defaultLookup], skipDuplicates: true });
}

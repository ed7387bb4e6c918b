import { db } from '#lib/platform/db.ts';
import { consumers, type GroupName } from './cast.ts';
import type { Ids } from './people.ts';
import {
  configurationItems,
  dependencies,
  edges,
  installed,
  installedAtConsumers,
  installedAtShops,
  productGroups,
  products,
  shops,
} from './things.ts';

type Item = { name: string; class: string; operationalStatus?: string; group?: GroupName };

/** Products, configuration items with their dependencies, and the install base. */
export async function writeInventory(ids: Ids): Promise<void> {
  for (const name of products) {
    const assignmentGroupId = ids.get(productGroups[name] ?? '') ?? null;
    const { id } = await db().product.create({ data: { name, assignmentGroupId } });
    // A service may have its product's name: `ids` has items under the bare name and products under this one.
    ids.set(`product ${name}`, id);
  }
  for (const { group, ...item } of configurationItems as readonly Item[]) {
    const assignmentGroupId = group ? (ids.get(group) ?? null) : null;
    const { id } = await db().configurationItem.create({ data: { ...item, assignmentGroupId } });
    ids.set(item.name, id);
  }
  const id = (name: string) => ids.get(name) ?? '';
  await db().ciRelationship.createMany({
    data: dependencies.map(([parent, child]) => ({ parentId: id(parent), childId: id(child) })),
  });
  const atAccounts = installed.flatMap(({ item, product, accounts }) =>
    accounts.map((account) => row(product, item, account, { accountId: id(`account ${account}`) })),
  );
  const { items, product } = installedAtShops;
  const atShops = shops.map(([shop], index) =>
    row(product, items[index % items.length] ?? items[0], shop, { accountId: id(`account ${shop}`) }),
  );
  const atConsumers = Object.entries(consumers).map(([key, { name }]) =>
    row(installedAtConsumers.product, installedAtConsumers.item, name, { consumerId: id(key) }),
  );
  await db().installBaseItem.createMany({ data: [...atAccounts, ...atShops, ...atConsumers] });
  await db().asset.createMany({
    data: edges.map(([tag, serial, account]) => ({
      tag,
      serial,
      productId: id('product SD-WAN Edge'),
      accountId: id(`account ${account}`),
    })),
  });

  function row(product: string, item: string, whose: string, owner: { accountId: string } | { consumerId: string }) {
    return {
      name: `${product} at ${whose}`,
      productId: id(`product ${product}`),
      configurationItemId: id(item),
      ...owner,
    };
  }
}

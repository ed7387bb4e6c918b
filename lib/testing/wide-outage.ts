import { db } from '#lib/platform/db.ts';

/** Creates accounts that each use one configuration item and have a primary contact with an address. Returns the item. */
export async function wideOutage(customers: number): Promise<string> {
  const { id: productId } = await db().product.create({ data: { name: 'Core access' } });
  const { id: itemId } = await db().configurationItem.create({ data: { name: 'core-wide-1', class: 'Server' } });
  await db().$executeRaw`
    insert into accounts (name) select 'Wide account ' || n from generate_series(1, ${customers}::int) n`;
  await db().$executeRaw`
    insert into users (name, email, kind, audience)
    select 'Wide contact ' || n, 'wide.' || n || '@example.test', 'contact', 'external'
    from generate_series(1, ${customers}::int) n`;
  await db().$executeRaw`
    insert into contacts (id, account_id)
    select u.id, a.id from users u join accounts a on a.name = replace(u.name, 'Wide contact', 'Wide account')
    where u.name like 'Wide contact %'`;
  await db().$executeRaw`
    update accounts a set primary_contact_id = c.id from contacts c where c.account_id = a.id and a.name like 'Wide account %'`;
  await db().$executeRaw`
    insert into install_base_items (name, product_id, configuration_item_id, account_id)
    select 'Access of ' || name, ${productId}::uuid, ${itemId}::uuid, id from accounts where name like 'Wide account %'`;
  return itemId;
}

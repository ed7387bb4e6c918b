import { beforeAll, describe, expect, it } from 'vitest';
import { undoChange } from '#lib/audit-log/commands/undo-change.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer } from '#lib/testing/itsm.ts';
import { aCaseWithIncident, world } from '#lib/testing/world.ts';
import type { AdminTableName } from './admin-tables.ts';
import { saveRow } from './commands/save-row.ts';
import { rowOf } from './queries.ts';
import { SaveRow } from './schema.ts';

const w = await world();
/** Ids that the statements below use, as `:name`. */
let names: Record<string, string>;

beforeAll(async () => {
  const { theCase, incident } = await aCaseWithIncident(w);
  const edge = { name: 'Edge', productId: w.product, configurationItemId: w.sdwan, accountId: w.boxeo };
  names = {
    case: theCase.id,
    incident: incident.id,
    change: (await aChange(w)).id,
    offer: await anOffer('Laptop'),
    category: (await db().catalogCategory.create({ data: { name: 'Furniture' } })).id,
    installed: (await db().installBaseItem.create({ data: edge })).id,
    asset: w.asset,
    labs: w.labs,
    ava: w.ava.id,
    cora: w.cora.id,
    sdwan: w.sdwan,
  };
});

const added: Readonly<Partial<Record<AdminTableName, (name: string) => Record<string, string>>>> = {
  'catalog-category': (name) => ({ name }),
  'catalog-item': (name) => ({ name, categoryId: names.category ?? '', deliveryDays: '1', active: 'on' }),
  'change-template': (name) => ({ name, category: 'Network', shortDescription: 'Restart', risk: 'low' }),
  'message-template': (name) => ({ name, text: 'Dear {{contact}}', active: 'on' }),
  group: (name) => ({ name }),
  account: (name) => ({ name }),
  'configuration-item': (name) => ({ name, class: 'Server', operationalStatus: 'Operational' }),
  product: (name) => ({ name }),
  asset: (tag) => ({ tag, productId: w.product }),
  'field-map': (name) => ({ name, direction: 'proactive_case', position: '1', active: 'on' }),
  'install-base-item': (name) => ({
    name,
    productId: w.product,
    configurationItemId: w.sdwan,
    accountId: w.boxeo,
  }),
};

/** Each table with every way to reference its row, `:new`. */
const uses: readonly [AdminTableName, string][] = [
  ['catalog-category', 'update catalog_items set category_id = :new where id = :offer'],
  ['change-template', "update changes set type = 'standard', template_id = :new where id = :change"],
  ['group', 'update tasks set assignment_group_id = :new where id = :case'],
  ['group', 'update changes set approval_group_id = :new where id = :change'],
  ['group', 'update catalog_items set approval_group_id = :new where id = :offer'],
  ['group', 'update catalog_items set fulfilment_group_id = :new where id = :offer'],
  ['group', 'insert into group_members values (:new, :ava)'],
  ['account', 'update tasks set account_id = :new where id = :case'],
  ['account', 'update cases set partner_id = :new where id = :case'],
  ['account', 'update accounts set parent_id = :new where id = :labs'],
  ['account', 'update contacts set account_id = :new where id = :cora'],
  ['account', 'update assets set account_id = :new where id = :asset'],
  ['account', 'update install_base_items set account_id = :new where id = :installed'],
  ['account', 'insert into partner_relationships values (:new, :labs)'],
  ['account', 'insert into partner_relationships values (:labs, :new)'],
  ['configuration-item', 'update tasks set configuration_item_id = :new where id = :incident'],
  ['configuration-item', 'update incidents set service_id = :new where id = :incident'],
  ['configuration-item', 'update install_base_items set configuration_item_id = :new where id = :installed'],
  ['configuration-item', 'insert into ci_relationships values (:new, :sdwan)'],
  ['configuration-item', 'insert into ci_relationships values (:sdwan, :new)'],
  ['product', 'update cases set product_id = :new where id = :case'],
  ['product', 'update assets set product_id = :new where id = :asset'],
  ['product', 'update install_base_items set product_id = :new where id = :installed'],
  ['asset', 'update cases set asset_id = :new where id = :case'],
  ['field-map', "update field_mappings set map_id = :new where direction = 'proactive_case' and position = 40"],
  ['install-base-item', 'update cases set install_base_item_id = :new where id = :case'],
];

async function add(table: AdminTableName, name: string): Promise<{ id: string; entryId: string }> {
  const { id } = await saveRow(w.adam, SaveRow.parse({ table, ...added[table]?.(name) }));
  const entry = await db().auditEntry.findFirstOrThrow({ where: { subject: id } });
  return { id, entryId: entry.id };
}

const run = (sql: string, id: string) =>
  db().$executeRawUnsafe(
    sql.replaceAll(/:([a-z]+)\b/g, (_all, name) => `'${name === 'new' ? id : names[name]}'::uuid`),
  );

describe('undoing that a row was added', () => {
  it.each(uses)('ADM-12 · a %s stays after: %s', async (table, sql) => {
    const { id, entryId } = await add(table, sql);
    expect(await run(sql, id)).toBe(1);
    await expect(undoChange(w.adam, { entryId })).rejects.toMatchObject({
      rule: 'ADM-12',
      because: expect.stringMatching(/^This [a-z ]+ is in use, so it cannot be removed\.$/),
    });
    expect(await rowOf(w.adam, table, id)).toMatchObject({ id });
  });

  it('ADM-12 · a catalog item that was ordered stays', async () => {
    const { id, entryId } = await add('catalog-item', 'Ordered');
    await createRequest(w.mia, { items: [{ catalogItemId: id, quantity: 1 }] });
    await expect(undoChange(w.adam, { entryId })).rejects.toMatchObject({ rule: 'ADM-12' });
  });

  it.each(Object.keys(added) as AdminTableName[])('ADM-12 · an unreferenced %s is deleted', async (table) => {
    const { id, entryId } = await add(table, 'Unused');
    await undoChange(w.adam, { entryId });
    await expect(rowOf(w.adam, table, id)).rejects.toMatchObject({ rule: 'REL-16' });
  });

  it('ADM-12 · any objection of the database is a refusal', async () => {
    await db().$executeRawUnsafe(`create function refuse_taking() returns trigger language plpgsql as $$
      begin raise exception 'no' using errcode = 'check_violation'; end $$`);
    await db().$executeRawUnsafe(
      'create trigger refuse_taking before delete on products for each row execute function refuse_taking()',
    );
    const { entryId } = await add('product', 'Checked');
    await expect(undoChange(w.adam, { entryId })).rejects.toMatchObject({ rule: 'ADM-12' });
  });
});

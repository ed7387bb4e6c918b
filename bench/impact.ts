import { createTask } from '#lib/engine/commands/create-task.ts';
import { affectedCustomers } from '#lib/impact/queries/affected-customers.ts';
import { impactFigures } from '#lib/impact/queries/impact-figures.ts';
import { impactPage } from '#lib/impact/queries/impact-page.ts';
import { impactPicture } from '#lib/impact/queries/impact-picture.ts';
import { findOrigin } from '#lib/impact/queries/origin.ts';
import { db } from '#lib/platform/db.ts';
import { freshDatabase } from './database.ts';
import { aPerson, writeCases } from './populate.ts';
import type { Figure } from './report.ts';
import { quantile, rounded, timeOf } from './statistics.ts';

const TIMES = 20;
const TARGET_MS = 1_000;
const CASES = 10_000;
const ITEMS = 10_000;
/** Configuration items per layer. Each depends on two of the layer below; all depend on the one at the bottom. */
const LAYERS = [1, 199, 1_800, 6_000, 12_000];

/** IMP-1 · An incident on the lowest of 20,000 items affects 10,000 install base items, and has 10,000 associated cases. */
export async function impact(): Promise<Figure[]> {
  await freshDatabase('bench_impact');
  const noa = await aPerson('Noa Noc', ['sn_ind_tsm_core.noc_agent']);
  const configurationItemId = await writeItems();
  const values = { shortDescription: 'The core is down', configurationItemId };
  const { id: taskId, number } = await createTask(noa, { kind: 'incident', values });
  await writeInstallBase();
  await writeCases(CASES, { incidentId: taskId });
  await db().$executeRawUnsafe('vacuum analyze');
  const origin = await findOrigin(noa, { number });
  const { rows } = await impactPage(noa, origin, { pill: 'all', after: null });
  const { installBaseItems } = await impactFigures(origin);
  if (installBaseItems !== ITEMS || rows.length !== 50) throw new Error(`${installBaseItems} items are hit.`);
  const after = rows.at(-1)?.id ?? null;
  return [
    await figure('figures', () => impactFigures(origin)),
    await figure('first page', () => impactPage(noa, origin, { pill: 'all', after: null })),
    await figure('second page', () => impactPage(noa, origin, { pill: 'all', after })),
    await figure('no proactive records', () => impactPage(noa, origin, { pill: 'no_proactive', after: null })),
    await figure('picture', () => impactPicture(origin)),
    await figure('affected customers', () => affectedCustomers(db(), taskId)),
  ];
}

/** Writes the items, then dependencies from the top: the cycle trigger checks what is below. Returns the lowest item. */
async function writeItems(): Promise<string> {
  for (const [layer, size] of LAYERS.entries())
    await db().$executeRaw`
      insert into configuration_items (name, class, operational_status)
      select 'item-' || ${layer}::int || '-' || n, case when ${layer}::int = 4 and n % 10 = 0 then 'Business service' else 'Server' end,
        case when n % 1000 = 0 then 'Degraded' else 'Operational' end
      from generate_series(0, ${size}::int - 1) n`;
  for (let layer = LAYERS.length - 1; layer > 0; layer--) {
    const [size = 1, below = 1] = [LAYERS[layer], LAYERS[layer - 1]];
    await db().$executeRaw`
      insert into ci_relationships (parent_id, child_id)
      select distinct p.id, c.id from generate_series(0, ${size}::int - 1) n cross join generate_series(0, 1) k
      join configuration_items p on p.name = 'item-' || ${layer}::int || '-' || n
      join configuration_items c on c.name = 'item-' || ${layer - 1}::int || '-' || ((n * 7 + k) % ${below}::int)`;
  }
  const { id } = await db().configurationItem.findUniqueOrThrow({ where: { name: 'item-0-0' } });
  return id;
}

/** Two install base items at each of 5,000 accounts, of 20 products, spread over the configuration items. */
async function writeInstallBase(): Promise<void> {
  await db().$executeRaw`insert into products (name) select 'Product ' || n from generate_series(1, 20) n`;
  await db().$executeRaw`
    insert into accounts (name, contract_value) select 'Customer ' || n, n from generate_series(1, ${ITEMS / 2}::int) n`;
  await db().$executeRaw`
    with item as (select id, row_number() over (order by name) as place from configuration_items),
    owner as (select id, row_number() over (order by name) as place from accounts),
    product as (select id, row_number() over (order by name) as place from products)
    insert into install_base_items (name, product_id, configuration_item_id, account_id)
    select 'Item ' || n, product.id, item.id, owner.id from generate_series(1, ${ITEMS}::int) n
    join item on item.place = 1 + n * 13 % 20000 join owner on owner.place = 1 + n % ${ITEMS / 2}::int
    join product on product.place = 1 + n % 20`;
}

async function figure(of: string, work: () => Promise<unknown>): Promise<Figure> {
  const took: number[] = [];
  for (let time = 0; time < TIMES; time++) took.push(await timeOf(work));
  const slowest = quantile(took, 0.95);
  return {
    id: `IMP-1 ${of}`,
    what: `impact over 20,000 configuration items, 10,000 install base items and 10,000 cases: ${of}, p95`,
    measured: `${rounded(slowest)} ms`,
    asked: `at most ${TARGET_MS.toLocaleString('en')} ms`,
    met: slowest <= TARGET_MS,
    values: { p95: slowest, median: quantile(took, 0.5) },
  };
}

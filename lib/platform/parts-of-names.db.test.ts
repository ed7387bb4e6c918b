import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchReferences } from '#lib/kinds/reference.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';
import { world } from '#lib/testing/world.ts';
import { type Db, db } from './db.ts';
import { transaction } from './transaction.ts';

const w = await world();

/** So many rows that the planner prefers an index to a full scan. */
const MANY = 10_000;

beforeAll(async () => {
  const rows = `from generate_series(1, ${MANY}) n`;
  const task = 'insert into tasks (kind, number, short_description, state, opened_at, created_at, updated_at)';
  for (const sql of [
    `insert into users (kind, audience, name, email) select 'internal', 'internal', 'Person ' || n, n || '@many.test' ${rows}`,
    `insert into accounts (name) select 'Company ' || n ${rows}`,
    `insert into configuration_items (name, class) select 'server-' || n, 'Server' ${rows}`,
    `${task} select 'problem', 'PRB9' || n, 'Cause ' || n, 'new', now(), now(), now() ${rows}`,
    `${task} select 'change', 'CHG9' || n, 'Plan ' || n, 'new', now(), now(), now() ${rows}`,
    'vacuum analyze',
  ])
    await db().$executeRawUnsafe(sql);
});

/** How often a transaction has scanned an index. */
async function scansOf(index: string, work: (tx: Db) => Promise<unknown>): Promise<number> {
  return transaction(async (tx) => {
    await work(tx);
    const [row] = await tx.$queryRaw<{ scans: number }[]>`
      select pg_stat_get_xact_numscans(${index}::text::regclass)::int as scans`;
    return row?.scans ?? 0;
  });
}

describe('type-ahead by a part of a name', () => {
  const kinds: readonly [ReferenceKind, string, string][] = [
    ['user', 'rson 4711', 'users_words'],
    ['account', 'pany 4711', 'accounts_words'],
    ['configuration-item', 'ver-4711', 'configuration_items_words'],
    ['problem', 'ause 4711', 'tasks_named_words'],
    ['change', 'lan 4711', 'tasks_named_words'],
  ];

  it.each(kinds)('Q-13 · does not read every %s', async (kind, words, index) => {
    const scans = await scansOf(index, async (tx) => {
      expect(await searchReferences(tx, w.adam, kind, words)).toHaveLength(1);
    });
    expect(scans).toBeGreaterThan(0);
  });
});

it('a server without the extension reports in one line who can help', async () => {
  const [own = ''] =
    /^DO \$\$[\s\S]*?^END \$\$;/m.exec(
      readFileSync('prisma/migrations/20261126500030_first_release/migration.sql', 'utf8'),
    ) ?? [];
  const migrating = transaction(async (tx) => {
    await tx.$executeRawUnsafe('drop extension pg_trgm cascade');
    await tx.$executeRawUnsafe('create role nobody_special');
    await tx.$executeRawUnsafe('set local role nobody_special');
    await tx.$executeRawUnsafe(own);
  });
  await expect(migrating).rejects.toThrow(
    /PostgreSQL's own extension pg_trgm is needed, .* \(permission denied .*\)\. Its administrator can: create extension pg_trgm/,
  );
});

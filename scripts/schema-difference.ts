import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { withSetUpLock } from './set-up-lock.ts';
import { openTestServer } from './test-server.ts';

/** PostgreSQL's one-byte catalog type, which Prisma's driver does not know, and the type to read it as. */
const CATALOG_CHAR = 18;
const TEXT = 25;

/** The SQL that changes the migrations' result into the schema; null if they agree. Compares in a temporary database. */
export async function schemaDifference(): Promise<string | null> {
  const { server, admin, close } = await openTestServer();
  const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`;
  try {
    await admin.query(`create database ${name}`);
    return await difference(server.url(name));
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await close();
  }
}

async function difference(url: string): Promise<string | null> {
  await withSetUpLock(url, async (client) => {
    await migrate(client);
    await client.query('drop table _prisma_migrations');
  });

  const pool = new pg.Pool({ connectionString: url });
  // The database is dropped at the end, perhaps before the last connection notices that it was closed.
  pool.on('error', () => {});
  pool.on('connect', (connection) => connection.on('error', () => {}));
  const files: [string, string][] = globSync('prisma/**/*.prisma').map((file) => [file, readFileSync(file, 'utf8')]);
  const schema = files.map(([path, content]) => ({ path, content }));
  const factory = bindMigrationAwareSqlAdapterFactory(new CatalogDriver(pool));
  const engine = await SchemaEngine.new({ datamodels: files }, () => {}, factory);
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: schema, configDir: '.' },
      to: { tag: 'schemaDatamodel', files: schema },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return !stdout || stdout.includes('This is an empty migration') ? null : stdout;
  } finally {
    engine.free();
    await pool.end();
  }
}

/** Prisma's driver with support for the one-byte type: a result's rows reveal which of its columns have it. */
class CatalogDriver extends PrismaPg {
  readonly #charColumns: WeakMap<object, number[]>;

  constructor(pool: pg.Pool) {
    super(pool);
    this.#charColumns = readCharAsText(pool);
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of this.#charColumns.get(result.rows) ?? [])
        result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }
}

type Query = (config: pg.QueryArrayConfig, values?: unknown[]) => Promise<pg.QueryArrayResult>;

function readCharAsText(pool: pg.Pool): WeakMap<object, number[]> {
  const charColumns = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as Query;
  const queryAsKnownTypes: Query = async (config, values) => {
    const result = await query(config, values);
    const chars = [...result.fields.keys()].filter((column) => result.fields[column]?.dataTypeID === CATALOG_CHAR);
    for (const column of chars) Object.assign(result.fields[column] ?? {}, { dataTypeID: TEXT });
    charColumns.set(result.rows, chars);
    return result;
  };
  pool.query = queryAsKnownTypes as typeof pool.query;
  return charColumns;
}

import type { Client } from 'pg';
import { runNode } from './command.ts';
import { UserError } from './user-error.mjs';

type Content = 'demo' | 'none';

interface SeedRequest {
  content: Content;
  /** SEED was set explicitly, so skipping it silently would be a surprise. */
  asked: boolean;
}

interface SeedOptions {
  /** The base address of links to the product. */
  appUrl: string;
  signal?: AbortSignal | undefined;
}

interface Filled {
  content: Content;
  finished_at: Date | null;
}

/** In its own schema, so that it does not disturb the product's migrations. */
const TABLE = `create schema if not exists casebridge_setup;
create table if not exists casebridge_setup.seed (
  only_row boolean primary key default true check (only_row),
  content text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz
)`;

/** Whether an earlier start was interrupted while it wrote demo data. */
export async function demoIsUnfinished(client: Client): Promise<boolean> {
  const filled = await readFilled(client);
  return filled?.content === 'demo' && filled.finished_at === null;
}

/**
 * Fills a database: demo data only once and only if the database was empty, the rows of every database (ACC-9) each time.
 * The caller holds the set-up lock.
 */
export async function seed(client: Client, url: string, request: SeedRequest, options: SeedOptions): Promise<void> {
  const filled = await readFilled(client);
  if (filled?.content === 'none' && request.content === 'demo' && request.asked)
    throw new UserError(
      'SEED=demo fills an empty database only, and this one is in use: unset SEED, or use another one.',
    );

  const content = filled ? 'none' : request.content;
  if (!filled) await client.query('insert into casebridge_setup.seed (content) values ($1)', [content]);
  await runSeed(url, content, options);
  await client.query('update casebridge_setup.seed set finished_at = now() where finished_at is null');
}

/** Runs the product's seed in its own process, so that the modules it loads use no memory of the start. */
async function runSeed(url: string, content: Content, { appUrl, signal }: SeedOptions): Promise<void> {
  const args = ['--disable-warning=ExperimentalWarning', 'prisma/seed/index.ts'];
  const env = {
    DATABASE_OWNER_URL: '',
    DATABASE_URL: content === 'demo' ? withoutWaiting(url) : url,
    SEED: content,
    APP_URL: appUrl,
  };
  await runNode('The seed', args, { env, signal, output: 'terminal' });
}

/** Thousands of small commits need not be flushed each: the commit that marks the seed as finished flushes them all. */
function withoutWaiting(url: string): string {
  const address = new URL(url);
  if (!address.searchParams.has('options')) address.searchParams.set('options', '-c synchronous_commit=off');
  return address.href;
}

async function readFilled(client: Client): Promise<Filled | undefined> {
  await client.query(TABLE);
  const { rows } = await client.query<Filled>('select content, finished_at from casebridge_setup.seed');
  return rows[0];
}

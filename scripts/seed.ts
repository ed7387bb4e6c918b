import type { Client } from 'pg';
import { runNode } from './command.ts';
import { UserError } from './user-error.mjs';

type Content = 'demo' | 'none';

interface SeedRequest {
  content: Content;
  /** Somebody has set SEED, so that not doing it would be a surprise. */
  asked: boolean;
}

interface SeedOptions {
  /** The address that links to the product begin with. */
  appUrl: string;
  signal?: AbortSignal | undefined;
}

interface Filled {
  content: Content;
  finished_at: Date | null;
}

/** Beside the product's tables, so that it is not in the way of its migrations. */
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
 * Fills a database: demo data only once and only if it was empty, the rows that every database has (ACC-9) each time.
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

/** The product's own seed, in a process of its own: what it loads is not kept in the memory of the start. */
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

/** Thousands of small commits need not each reach the disk: the one that marks the seed as finished does, after them all. */
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

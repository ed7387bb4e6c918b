import { setTimeout as wait } from 'node:timers/promises';
import { isInProgress, type RunProgress } from '#lib/customer-messages/progress.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { db } from '#lib/platform/db.ts';
import { countNotified, type Notified } from '#lib/testing/notified.ts';
import { type Received, type Sink, smtpSink } from '#lib/testing/smtp-sink.ts';
import { wideOutage } from '#lib/testing/wide-outage.ts';
import { callAction } from './call-action.ts';
import { freshDatabase } from './database.ts';
import { aPerson } from './populate.ts';
import { type Bench, pageOf, serve } from './server.ts';

const WORDS = 'We know of the outage';
const TEXT = `${WORDS}, {{contact}}: {{number}} ({{short_description}}) is worked on. Service is back within the hour.`;
const POLL_MS = 250;

/** An incident that affects many customers, a server with an agent signed in, and a mail server that receives the emails. */
export interface Outage extends AsyncDisposable {
  server: Bench;
  sink: Sink;
  /** Creates a proactive case for each customer; repeated calls count as the same call. */
  generate: () => Promise<string>;
  /** Submits the dialog *Notify Customers*; repeated calls count as the same call. */
  submit: () => Promise<string>;
  /** Polls the progress, like the page, until the message is no longer in progress. */
  follow: (look: (progress: RunProgress) => void) => Promise<void>;
  told: () => Promise<Notified>;
}

/** Resolves when the page is loaded and warm. */
export async function anOutage(
  database: string,
  customers: number,
  onTaken: (received: readonly Received[]) => void = () => {},
): Promise<Outage> {
  const databaseUrl = await freshDatabase(database);
  const noa = await aPerson('Noa Noc', ['sn_ind_tsm_core.noc_agent']);
  const values = { shortDescription: 'The core is down', configurationItemId: await wideOutage(customers) };
  const { id, number } = await createTask(noa, { kind: 'incident', values });
  await db().$executeRawUnsafe('vacuum analyze');
  const sink = await smtpSink({ onTaken });
  const server = await serve(databaseUrl, { smtpUrl: sink.url });
  const page = {
    url: `${server.url}/workspace/incidents/${number}`,
    headers: { cookie: await server.signIn(noa.id ?? '') },
  };
  const source = { kind: 'incident', number };
  const runs = `${server.url}/api/notify-customers/runs?${new URLSearchParams(source)}`;
  await pageOf(page.url, page.headers.cookie);
  return {
    server,
    sink,
    generate: () => callAction(page, 'generateCasesAction', { ...source, of: 'accounts' }, 'bench-generate'),
    submit: () => callAction(page, 'startRunAction', { ...source, text: TEXT }, 'bench-submit'),
    async follow(look) {
      for (;;) {
        // A killed server answers again after its restart.
        const answer = await pageOf(runs, page.headers.cookie).catch(() => null);
        const [progress] = answer === null ? [] : (JSON.parse(answer) as RunProgress[]);
        if (progress) look(progress);
        if (progress && !isInProgress(progress)) return;
        await wait(POLL_MS);
      }
    },
    told: () => countNotified(id, WORDS, sink.received),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await sink.close();
    },
  };
}

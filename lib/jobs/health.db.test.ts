import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET } from '#app/api/metrics/route.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { startListener } from '#lib/mail-in/listener.ts';
import { receive } from '#lib/mail-in/receive.ts';
import { checkMailServer } from '#lib/mail-out/commands/check-mail-server.ts';
import { closeDb, db } from '#lib/platform/db.ts';
import { stopAll } from '#lib/platform/lifecycle.ts';
import { type Sink, silentServer, smtpSink } from '#lib/testing/smtp-sink.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { recordLastRun } from './last-run.ts';
import { exposition, metrics } from './metrics.ts';
import { health } from './queries/health.ts';
import { scheduledJobs } from './scheduled-jobs.ts';

const w = await world();
const sinks: Sink[] = [];

beforeEach(async () => {
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
});

async function served(serving: Promise<Sink>): Promise<string> {
  const sink = await serving;
  sinks.push(sink);
  return sink.url;
}

describe('the page of health', () => {
  it('ADM-11 · counts waiting, running, scheduled and failed jobs by name', async () => {
    const add = (name: string, more: string) =>
      db().$executeRawUnsafe(`select graphile_worker.add_job('${name}', '{}'::json${more})`);
    await add('case-remind', '');
    await add('case-remind', '');
    await add('case-autoclose', ", run_at => now() + interval '1 hour'");
    await add('case-autoclose', ', max_attempts => 1');
    await db()
      .$executeRaw`update graphile_worker._private_jobs set attempts = 1, last_error = 'No.' where max_attempts = 1`;
    const { queue, failed } = await health(w.adam);
    expect(queue).toMatchObject([
      { name: 'case-autoclose', waiting: 0, running: 0, later: 1, failed: 1, since: null },
      { name: 'case-remind', waiting: 2, running: 0, later: 0, failed: 0, since: expect.any(Date) },
    ]);
    expect(failed).toMatchObject([{ name: 'case-autoclose', lastError: 'No.' }]);
  });

  it('ADM-11 · shows the last run and result of each scheduled job', async () => {
    const runOf = async (name: string) => (await health(w.adam)).runs.find((run) => run.name === name);
    expect((await health(w.adam)).runs.map(({ name }) => name)).toEqual(Object.keys(scheduledJobs));
    expect(await runOf('case-remind')).toMatchObject({ startedAt: null, finishedAt: null });
    await recordLastRun('case-remind', async () => {
      expect(await runOf('case-remind')).toMatchObject({ startedAt: expect.any(Date), finishedAt: null });
      return '3 queued';
    });
    expect(await runOf('case-remind')).toMatchObject({ finishedAt: expect.any(Date), result: '3 queued', error: '' });
    const failing = recordLastRun('case-remind', () => Promise.reject(new Error('The disk is full\nat line 3')));
    await expect(failing).rejects.toThrow('The disk is full');
    expect(await runOf('case-remind')).toMatchObject({ result: '', error: 'The disk is full' });
  });

  it('ADM-11 · shows the status of mail, database and version', async () => {
    await addEntry(w.ava, { kind: 'case', number: (await aCase(w)).number, type: 'comment', text: 'Hello.' });
    await db().$executeRaw`update mails set tries = 1, last_error = 'Nobody answered.' where status = 'queued'`;
    const { mail, database, version, node } = await health(w.adam);
    expect(mail).toMatchObject({ hasServer: false, waiting: 1, retried: 1, lastError: 'Nobody answered.' });
    expect(database).toMatchObject({ version: expect.stringMatching(/^\d+/), connections: expect.any(Number) });
    expect([version, node]).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+/), process.version]);
    await expect(health(w.mia)).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});

describe('incoming emails', () => {
  it('ADM-11 · show how many are unread and since when, where they are received, and any error there', async () => {
    expect(await health(w.adam)).toMatchObject({ listener: { at: null }, incoming: { unread: 0, since: null } });
    await receive(Buffer.from('From: eve@elsewhere.test\r\n\r\nHello'), { source: 'smtp' });
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    vi.stubEnv('MAIL_LISTEN', `127.0.0.1:${port}`);
    await startListener();
    const { listener, incoming } = await health(w.adam);
    expect(incoming).toEqual({ unread: 1, since: expect.any(Date) });
    expect(listener).toMatchObject({
      at: `127.0.0.1:${port}`,
      unreachable: { error: expect.stringContaining('EADDRINUSE') },
      comesLater: null,
    });
    expect(await metrics(new Date())).toMatch(/^casebridge_mails_unread 1$/m);
    taken.close();
    await once(taken, 'close');
    await startListener();
    expect((await health(w.adam)).listener.unreachable).toBeNull();
    await stopAll();
  });
});

describe('the mail server', () => {
  it('ADM-11 · is checked on request, and the error is shown without its password', async () => {
    await expect(checkMailServer(w.adam)).rejects.toMatchObject({ rule: 'ADM-11' });
    vi.stubEnv('SMTP_URL', await served(smtpSink()));
    expect(await checkMailServer(w.adam)).toBeNull();
    vi.stubEnv('SMTP_URL', (await served(smtpSink({ password: 'right' }))).replace('//', '//desk:wrong-word@'));
    const because = await checkMailServer(w.adam);
    expect(because).toContain('535');
    expect(because).not.toContain('wrong-word');
    await expect(checkMailServer(w.mia)).rejects.toMatchObject({ rule: 'ACC-6' });
  });

  it('ADM-11 · that does not respond is given up after five seconds', async () => {
    vi.stubEnv('SMTP_URL', await served(silentServer()));
    const began = Date.now();
    expect(await checkMailServer(w.adam)).toMatch(/greeting/i);
    expect(Date.now() - began).toBeLessThan(8_000);
  }, 15_000);
});

describe('the figures for monitors', () => {
  const TOKEN = 'a token of some length';
  const ask = (authorization?: string) =>
    GET(new Request('http://localhost:3000/api/metrics', authorization ? { headers: { authorization } } : {}));

  it('ADM-11 · need the token, and do not exist without it', async () => {
    expect((await ask(`Bearer ${TOKEN.replaceAll(' ', '-')}`)).status).toBe(404);
    vi.stubEnv('METRICS_TOKEN', TOKEN.replaceAll(' ', '-'));
    for (const shown of [undefined, 'Bearer', 'Bearer other', `Basic ${TOKEN.replaceAll(' ', '-')}`])
      expect((await ask(shown)).status).toBe(404);
    await db().mail.updateMany({ where: { nextTryAt: { not: null } }, data: { lastError: '452 Full' } });
    const answer = await ask(`Bearer ${TOKEN.replaceAll(' ', '-')}`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const lines = (await answer.text()).trimEnd().split('\n');
    expect(lines).toContain('casebridge_database_up 1');
    expect(lines).toContain('casebridge_mails_waiting 1');
    expect(lines).toContain('casebridge_mails_retried 1');
    expect(lines).toContain('casebridge_server_away_seconds{server="mail_server"} 0');
    expect(lines).toContain('casebridge_attachments_storable 1');
    const wrong = lines.filter(
      (line) => !/^(# (HELP|TYPE) casebridge_\w+ .+|casebridge_\w+(\{.+\})? -?[\d.e+]+)$/.test(line),
    );
    expect(wrong).toEqual([]);
  });

  it('ADM-11 · report a database outage', async () => {
    const url = process.env.DATABASE_URL;
    await closeDb();
    vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none');
    vi.stubEnv('METRICS_TOKEN', 'a-token');
    expect(await (await ask('Bearer a-token')).text()).toContain('casebridge_database_up 0\n');
    await closeDb();
    vi.stubEnv('DATABASE_URL', url);
  });

  it('ADM-11 · are written as Prometheus reads them', () => {
    const samples = [{ labels: { job: 'a "b"\\c\nd' }, value: 2 }, { value: 1.5 }];
    expect(exposition([{ name: 'jobs', help: 'Jobs.', samples }])).toBe(
      '# HELP casebridge_jobs Jobs.\n# TYPE casebridge_jobs gauge\ncasebridge_jobs{job="a \\"b\\"\\\\c\\nd"} 2\ncasebridge_jobs 1.5\n',
    );
  });
});

import { execFileSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runOnce } from 'graphile-worker';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { POST } from '#app/api/attachments/route.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { failedJobs } from '#lib/jobs/queries/failed-jobs.ts';
import { health } from '#lib/jobs/queries/health.ts';
import { workerOptions } from '#lib/jobs/worker.ts';
import { discardMail } from '#lib/mail-in/commands/discard-mail.ts';
import { openCaseFromMail } from '#lib/mail-in/commands/open-case-from-mail.ts';
import { listen } from '#lib/mail-in/listener.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { openFile } from './store.ts';

const w = await world();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'full-disk-'));
  process.env.CASEBRIDGE_DATA = folder;
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true, force: true });
});

type Disk = { breaks: () => void; repair: () => void };

/** The error for every write of more than a few bytes, after the file and a part of it exist. */
const saying = (code: string): Disk => ({
  breaks() {
    const { createWriteStream, write } = fs;
    const fails: typeof write = ((fd: number, bytes: Buffer, ...rest: unknown[]) => {
      const done = rest.at(-1) as (error: Error) => void;
      write(fd, bytes, 0, 2, null, () => done(Object.assign(new Error(`${code}: it`), { code, syscall: 'write' })));
    }) as never;
    vi.spyOn(fs, 'createWriteStream').mockImplementation((file, options) =>
      createWriteStream(file, { ...(options as object), fs: { ...fs, write: fails, writev: undefined } } as never),
    );
    syncBuiltinESMExports();
  },
  repair() {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  },
});

/** A file is where the folder should be. */
const noFolder: Disk = {
  breaks() {
    rmSync(path.join(folder, 'attachments'), { recursive: true, force: true });
    writeFileSync(path.join(folder, 'attachments'), '');
  },
  repair: () => rmSync(path.join(folder, 'attachments')),
};

const disks: [string, Disk][] = [
  ['the disk is full', saying('ENOSPC')],
  ['the disk is read-only', saying('EROFS')],
  ['the folder is none', noFolder],
];

const filesKept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'attachments',
  ).length;

function attach({ kind, number }: TaskRecord, content: string | Uint8Array = 'Hello'): Promise<Response> {
  signedIn.actor = w.ava;
  const address = `http://localhost:3000/api/attachments?${new URLSearchParams({ kind, number, name: 'notes.txt' })}`;
  return POST(new Request(address, { method: 'POST', body: content as BodyInit }));
}

const NOT_NOW = {
  rule: 'REC-4',
  field: 'file',
  message: expect.stringMatching(/^Files cannot be stored at the moment/),
};

const attachments = ({ id }: { id: string }) =>
  db().attachment.findMany({ where: { taskId: id }, orderBy: { name: 'asc' } });

const FILES = [
  { filename: 'a.txt', content: 'The first file' },
  { filename: 'b.txt', content: 'The second file' },
];

/** Delivers a mail with two files over SMTP, as a mail server does. */
async function handOver(to: string, from = 'cora.customer@example.test') {
  const listener = await listen({ host: '127.0.0.1', port: 0 });
  const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
  await transport.sendMail({ from, to, subject: 'Re', text: 'See the files.', attachments: FILES });
  await listener.close();
  return db().incomingMail.findFirstOrThrow({ orderBy: { receivedAt: 'desc' } });
}

const dueNow = () => db().$executeRaw`update graphile_worker._private_jobs set run_at = now()`;
const workNow = async () => {
  await dueNow();
  await runOnce(workerOptions());
};

describe.each(disks)('where %s', (_what, disk) => {
  it('REC-4 · the user reads why, nothing is half stored, and a later attempt succeeds', async () => {
    const theCase = await aCase(w);
    disk.breaks();
    const answer = await attach(theCase, 'x'.repeat(100_000));
    expect([answer.status, await answer.json()]).toMatchObject([503, { ok: false, ...NOT_NOW }]);
    expect([filesKept(), (await attachments(theCase)).length]).toEqual([0, 0]);
    disk.repair();
    expect((await attach(theCase)).status).toBe(200);
    expect([filesKept(), (await attachments(theCase)).length]).toEqual([1, 1]);
  });

  it('MAIL-3, MAIL-4 · an email with files is accepted, stored and retried until it can be filed once, with its files', async () => {
    const theCase = await aCase(w);
    await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Which modem?' });
    const { replyToken } = await db().mail.findFirstOrThrow({ where: { taskId: theCase.id, recipientId: w.cora.id } });
    disk.breaks();
    const { id } = await handOver(`case+${theCase.number}.${replyToken}@casebridge.local`);
    const outcome = async () => (await db().incomingMail.findUniqueOrThrow({ where: { id } })).outcome;
    for (let tries = 0; tries < 9; tries++) await workNow();
    expect([await outcome(), await failedJobs(w.adam), filesKept()]).toEqual(['received', [], 0]);
    expect(await db().journalEntry.count({ where: { taskId: theCase.id, authorId: w.cora.id } })).toBe(0);
    disk.repair();
    await workNow();
    await workNow();
    expect(await outcome()).toBe('filed');
    expect(await db().journalEntry.count({ where: { taskId: theCase.id, authorId: w.cora.id } })).toBe(1);
    const files = await attachments(theCase);
    const contents = files.map((file) => new Response(openFile(file.id) as ReadableStream).text());
    expect(await Promise.all(contents)).toEqual(FILES.map(({ content }) => content));
    expect(filesKept()).toBe(2);
  });

  it('MAIL-5 · a user who opens a case from an email reads why it failed, and the email stays; it can be discarded', async () => {
    const { id } = await handOver('support@casebridge.local', 'stranger@elsewhere.test');
    await workNow();
    const open = () => openCaseFromMail(w.ava, { id, contactId: w.cora.id });
    disk.breaks();
    const cases = await db().task.count();
    await expect(open()).rejects.toMatchObject({ rule: 'REC-4' });
    const row = () => db().incomingMail.findUniqueOrThrow({ where: { id } });
    expect([(await row()).outcome, await db().task.count(), filesKept()]).toEqual(['waits_for_review', cases, 0]);
    await discardMail(w.ava, { id });
    expect((await row()).outcome).toBe('discarded');
    disk.repair();
  });
});

describe('the page of health', () => {
  it('ADM-11 · shows that attachments can be stored, and the free space', async () => {
    const { attachments: storage } = await health(w.adam);
    expect(storage).toMatchObject({
      folder: path.join(folder, 'attachments'),
      problem: null,
      free: expect.any(Number),
    });
    expect(filesKept()).toBe(0);
  });

  it('ADM-11 · shows why they cannot be stored, until they can', async () => {
    noFolder.breaks();
    expect((await health(w.adam)).attachments.problem).toMatch(/EEXIST|ENOTDIR/);
    noFolder.repair();
    expect((await health(w.adam)).attachments.problem).toBeNull();
  });
});

/** A disk of one megabyte, if this machine allows it. */
function aSmallDisk(at: string): boolean {
  try {
    mkdirSync(at);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it('REC-4, ADM-11 · a disk that is really full', async (context) => {
  const disk = path.join(folder, 'small');
  if (!aSmallDisk(disk)) return context.skip('No file system can be mounted here.');
  try {
    process.env.CASEBRIDGE_DATA = disk;
    const theCase = await aCase(w);
    expect((await attach(theCase)).status).toBe(200);
    const answer = await attach(theCase, new Uint8Array(2_000_000));
    expect([answer.status, await answer.json()]).toMatchObject([503, NOT_NOW]);
    expect(readdirSync(disk, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([]);
    writeFileSync(path.join(disk, 'other'), new Uint8Array(900_000));
    expect((await health(w.adam)).attachments.isLittle).toBe(true);
    fs.appendFileSync(path.join(disk, 'other'), new Uint8Array(90_000));
    expect((await health(w.adam)).attachments.problem).toMatch(/ENOSPC/);
    rmSync(path.join(disk, 'other'));
    expect((await attach(theCase)).status).toBe(200);
    expect((await health(w.adam)).attachments.problem).toBeNull();
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

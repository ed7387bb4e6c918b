import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as download } from '#app/api/attachments/[id]/route.ts';
import { POST as dropFile } from '#app/api/portal/files/drop/route.ts';
import { POST } from '#app/api/portal/files/route.ts';
import { sweepUploads } from '#lib/attachment/sweep.ts';
import type { Person } from '#lib/platform/actor.ts';
import { at, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { startSession } from '#lib/session/sessions.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { world } from '#lib/testing/world.ts';
import { openCaseAction } from './actions.ts';
import { type FormFile, formFiles } from './form-files.ts';
import { FORM_FILES_AT_MOST } from './rules/form-has-room.ts';

const HERE = 'http://localhost:3000';
const folder = mkdtempSync(path.join(tmpdir(), 'form-files-'));
const w = await world();
beforeAll(() => {
  process.env.CASEBRIDGE_DATA = folder;
});
beforeEach(async () => {
  await db().callCount.deleteMany();
  await signIn(w.cora);
});

/** Starts a session of this person, who runs the next steps. */
async function signIn(actor: Person): Promise<string> {
  signedIn.actor = actor;
  signedIn.sessionId = await db().$transaction((tx) => startSession(tx, actor.id));
  return signedIn.sessionId;
}

const keep = (name = 'screen.txt', form = 'new', content = 'Hello') =>
  POST(
    new Request(`${HERE}/api/portal/files?${new URLSearchParams({ form, name })}`, { method: 'POST', body: content }),
  );

async function kept(name?: string, form?: string): Promise<FormFile> {
  const answer = await keep(name, form);
  expect(answer.status).toBe(200);
  return (await answer.json()) as FormFile;
}

const drop = (id: string) =>
  dropFile(new Request(`${HERE}/api/portal/files/drop?${new URLSearchParams({ id })}`, { method: 'POST' }));

const waiting = async (form = 'new') =>
  (await formFiles({ sessionId: signedIn.sessionId, form })).map(({ name }) => name);

/** Sends the form; returns the names of the files of the new case. */
async function sent(form = 'new'): Promise<string[]> {
  const result = await openCaseAction({ description: 'It flickers.', form });
  const number = result.ok ? (result.data?.number ?? '') : '';
  const files = await db().attachment.findMany({ where: { task: { number } }, orderBy: { id: 'asc' } });
  return files.map(({ name }) => name);
}

const opened = async (id: string) =>
  (await download(new Request(`${HERE}/api/attachments/${id}`), { params: Promise.resolve({ id }) })).status;

const stored = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

const inHours = (hours: number) => new Date(now().getTime() + hours * 3_600_000);

describe('a file that is chosen before its case exists', () => {
  it('POR-18 · is attached to the case created from its form', async () => {
    const { id } = await kept();
    await kept('second.txt');
    expect([await waiting(), await opened(id)]).toEqual([['screen.txt', 'second.txt'], 404]);
    expect(await sent()).toEqual(['screen.txt', 'second.txt']);
    expect([await waiting(), await opened(id)]).toEqual([[], 200]);
  });

  it('POR-18 · belongs to its session and its form alone', async () => {
    const session = signedIn.sessionId;
    const { id } = await kept('of the first.txt');
    expect(await waiting('new about CS0000001')).toEqual([]);
    for (const other of [w.cora, w.carl]) {
      await signIn(other);
      expect(await waiting()).toEqual([]);
      expect(await sent()).toEqual([]);
      await drop(id);
    }
    expect(await sent('new about CS0000001')).toEqual([]);
    signedIn.actor = w.cora;
    signedIn.sessionId = session;
    expect(await sent()).toEqual(['of the first.txt']);
  });

  it('POR-18 · is deleted on request, and when its session ends', async () => {
    const before = stored();
    const { id } = await kept();
    expect((await drop(id)).status).toBe(200);
    expect([await waiting(), stored()]).toEqual([[], before]);
    await kept();
    await db().session.delete({ where: { id: signedIn.sessionId } });
    await sweepUploads(inHours(2));
    expect(stored()).toBe(before);
  });

  it('POR-18, Q-10 · is kept for 24 hours and then deleted', async () => {
    const before = stored();
    await kept();
    await sweepUploads(inHours(23));
    expect([await waiting(), stored()]).toEqual([['screen.txt'], before + 1]);
    expect(await at(inHours(24.1), () => waiting())).toEqual([]);
    await sweepUploads(inHours(24.1));
    expect([await db().formFile.count({ where: { sessionId: signedIn.sessionId } }), stored()]).toEqual([0, before]);
  });

  it('POR-18, ACC-12 · the number of files per session is limited', async () => {
    const data = Array.from({ length: FORM_FILES_AT_MOST - 1 }, (_, index) => ({
      sessionId: signedIn.sessionId,
      form: `form ${index}`,
      name: 'a.txt',
      contentType: 'text/plain',
      size: 1,
      sha256: '',
      createdAt: now(),
    }));
    await db().formFile.createMany({ data });
    const before = stored();
    const answers = await Promise.all([keep(), keep()]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]));
    expect(stored()).toBe(before + 1);
  });

  it('POR-18 · is taken of customers alone, with a name and within the limit of every file', async () => {
    expect((await keep(' ')).status).toBe(400);
    expect((await keep('a.txt', '')).status).toBe(400);
    expect((await keep('large.txt', 'new', 'x'.repeat(25_000_001))).status).toBe(413);
    await signIn(w.ava);
    expect((await keep()).status).toBe(404);
    signedIn.actor = null;
    expect((await keep()).status).toBe(401);
  });
});

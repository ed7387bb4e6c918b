import fs, { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { GET } from '#app/api/attachments/[id]/route.ts';
import { POST } from '#app/api/attachments/route.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { rewriteHistory } from '#lib/testing/rewrite-history.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, anIncident, holderOf, setProperty, world } from '#lib/testing/world.ts';
import { FILES_AT_MOST } from './rules/attach.ts';

const w = await world();
const folder = mkdtempSync(path.join(tmpdir(), 'attachments-'));
beforeAll(() => {
  process.env.CASEBRIDGE_DATA = folder;
});

type File = { name?: string; type?: string; content?: string | Uint8Array };

function attach(actor: Actor | null, { kind, number }: TaskRecord, file: File = {}): Promise<Response> {
  const { name = 'notes.txt', type = 'text/plain', content = 'Hello' } = file;
  signedIn.actor = actor;
  const address = `http://localhost:3000/api/attachments?${new URLSearchParams({ kind, number, name })}`;
  return POST(new Request(address, { method: 'POST', body: content as BodyInit, headers: { 'content-type': type } }));
}

function open(
  actor: Actor | null,
  id: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  signedIn.actor = actor;
  return GET(new Request(`http://localhost:3000/api/attachments/${id}`, { method, headers }), {
    params: Promise.resolve({ id }),
  });
}

const latest = ({ id }: TaskRecord) =>
  db().attachment.findFirstOrThrow({ where: { taskId: id }, orderBy: { createdAt: 'desc' } });
const filesKept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

describe('attachments', () => {
  it('INC-6, REC-4 · an internal caller comments on their own incident, and attaches nothing', async () => {
    const incident = await anIncident(w, { callerId: w.nils.id });
    expect((await attach(w.nils, incident)).status).toBe(403);
    expect((await attach(w.ian, incident)).status).toBe(200);
    expect(await db().attachment.count({ where: { taskId: incident.id } })).toBe(1);
  });

  it('REC-4 · a file is returned unchanged, as an attachment that browsers do not sniff', async () => {
    const theCase = await aCase(w);
    const content = '<script>alert(1)</script>';
    expect((await attach(w.ava, theCase, { name: '../../<page> "1".html', type: 'text/html', content })).status).toBe(
      200,
    );
    const { id, name, size, uploadedById } = await latest(theCase);
    expect({ name, size, uploadedById }).toEqual({
      name: '<page> "1".html',
      size: content.length,
      uploadedById: w.ava.id,
    });
    const answer = await open(w.ava, id);
    expect(await answer.text()).toBe(content);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('REC-4 · a HEAD answers like a GET, but opens no file', async () => {
    const theCase = await aCase(w);
    await attach(w.ava, theCase);
    const { id } = await latest(theCase);
    const opened = vi.spyOn(fs, 'createReadStream');
    syncBuiltinESMExports();
    const answer = await open(w.ava, id, {}, 'HEAD');
    expect([answer.status, answer.body, answer.headers.get('content-length')]).toEqual([200, null, '5']);
    expect(opened).not.toHaveBeenCalled();
    expect(await (await open(w.ava, id)).text()).toBe('Hello');
    expect(opened).toHaveBeenCalledOnce();
    opened.mockRestore();
    syncBuiltinESMExports();
  });

  it('REC-4 · an attachment whose file is gone is not found', async () => {
    const theCase = await aCase(w);
    await attach(w.ava, theCase);
    const { id } = await latest(theCase);
    rmSync(path.join(folder, 'attachments', id.slice(-2), id));
    for (const method of ['GET', 'HEAD']) expect((await open(w.ava, id, {}, method)).status).toBe(404);
  });

  it('REC-4 · no other user of the machine can read stored files', async () => {
    await attach(w.ava, await aCase(w));
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const modes = entries.map((entry) => [
      entry.isDirectory(),
      statSync(path.join(entry.parentPath, entry.name)).mode & 0o777,
    ]);
    expect(modes.length).toBeGreaterThanOrEqual(3);
    expect(modes.filter(([isFolder, mode]) => mode !== (isFolder ? 0o700 : 0o600))).toEqual([]);
  });

  it.each([
    ['image/png', 'inline'],
    ['image/jpeg', 'inline'],
    ['image/gif', 'inline'],
    ['image/webp', 'inline'],
    ['image/svg+xml', 'attachment'],
    ['application/pdf', 'attachment'],
    ['not a type', 'attachment'],
  ])('REC-4 · %s is served %s', async (type, disposition) => {
    const theCase = await aCase(w);
    await attach(w.ava, theCase, { type });
    const headers = (await open(w.ava, (await latest(theCase)).id)).headers;
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^${disposition};`));
    expect(headers.get('content-type')).toBe(disposition === 'inline' ? type : 'application/octet-stream');
  });

  it('REC-4, ACC-12 · the limit is a property; a larger file leaves nothing behind', async () => {
    await setProperty('attachment.max_size_mb', '1');
    const theCase = await aCase(w);
    const before = filesKept();
    const refused = await attach(w.ava, theCase, { content: new Uint8Array(1_000_001) });
    expect([refused.status, await refused.json()]).toMatchObject([413, { ok: false, rule: 'REC-4', field: 'file' }]);
    expect(await db().attachment.count({ where: { taskId: theCase.id } })).toBe(0);
    expect(filesKept()).toBe(before);
    expect((await attach(w.ava, theCase, { content: new Uint8Array(1_000_000) })).status).toBe(200);
    await setProperty('attachment.max_size_mb', '25');
  });

  it('ACC-12 · a name that was stored with direction characters is handed out without them', async () => {
    const theCase = await aCase(w);
    await attach(w.ava, theCase);
    const { id } = await latest(theCase);
    await rewriteHistory((tx) => tx.attachment.update({ where: { id }, data: { name: 'invoice\u202efdp.exe' } }));
    const disposition = (await open(w.ava, id)).headers.get('content-disposition');
    expect(disposition).toBe("attachment; filename*=UTF-8''invoicefdp.exe");
  });

  it('REC-4 · they follow the access of their record', async () => {
    const theCase = await aCase(w);
    const incident = await anIncident(w, { callerId: w.cora.id });
    await attach(w.ava, theCase);
    await attach(w.ian, incident);
    const [ofCase, ofIncident] = [(await latest(theCase)).id, (await latest(incident)).id];
    const sight = async (actor: Actor | null) => [
      (await open(actor, ofCase)).status,
      (await open(actor, ofIncident)).status,
    ];
    expect(await sight(w.ava)).toEqual([200, 200]);
    expect(await sight(w.pat)).toEqual([200, 404]);
    expect(await sight(w.ian)).toEqual([404, 200]);
    expect(await sight(w.cora)).toEqual([200, 404]);
    expect(await sight(w.fiona)).toEqual([404, 404]);
    expect(await sight(null)).toEqual([401, 401]);
  });

  it('REC-4 · attaching asks the same', async () => {
    const theCase = await aCase(w);
    expect((await attach(w.vic, theCase)).status).toBe(403);
    expect((await attach(w.ian, theCase)).status).toBe(404);
    expect((await attach(w.fiona, theCase)).status).toBe(404);
    expect((await attach(null, theCase)).status).toBe(401);
    expect(await db().attachment.count({ where: { taskId: theCase.id } })).toBe(0);
    expect((await attach(w.cora, theCase)).status).toBe(200);
  });

  it('ACC-6 · a user who sees all cases but works only those of accounts attaches to these alone', async () => {
    const mixed = await holderOf('Mixed', ['sn_customerservice_agent', 'sn_customerservice.case_viewer']);
    const [ofCora, ofJane] = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
    expect((await attach(mixed, ofCora)).status).toBe(200);
    expect(await (await attach(mixed, ofJane)).json()).toMatchObject({ ok: false, rule: 'ACC-6' });
  });

  it('ADM-12 · a refused upload is in the audit log with its user and command', async () => {
    await attach(w.vic, await aCase(w));
    const entry = await db().auditEntry.findFirst({ where: { actorId: w.vic.id }, orderBy: { at: 'desc' } });
    expect(entry).toMatchObject({ action: 'action.refused', subject: 'record.attach' });
    expect(entry?.newValue).toContain('ACC-6');
  });

  it('REC-4, ACC-12 · an announced size above the limit is refused before reading', async () => {
    const { kind, number } = await aCase(w);
    signedIn.actor = w.ava;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: () => {
          throw new Error('It was read.');
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'content-type': 'text/plain', 'content-length': '25000001' };
    const address = `http://localhost:3000/api/attachments?${new URLSearchParams({ kind, number, name: 'a.txt' })}`;
    const sent: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
    const refused = await POST(new Request(address, sent));
    expect([refused.status, await refused.json()]).toMatchObject([
      413,
      { rule: 'REC-4', field: 'file', message: 'The file is larger than 25 MB.' },
    ]);
  });

  it('REC-4 · the number of files per record is limited', async () => {
    const theCase = await aCase(w);
    await attach(w.ava, theCase);
    const { id: _id, ...first } = await latest(theCase);
    await db().attachment.createMany({ data: Array.from({ length: FILES_AT_MOST - 2 }, () => first) });
    expect((await attach(w.ava, theCase)).status).toBe(200);
    const before = filesKept();
    expect(await (await attach(w.ava, theCase)).json()).toMatchObject({ ok: false, rule: 'REC-4', field: 'file' });
    expect(filesKept()).toBe(before);
  });

  it('REC-4, ACC-3 · a browser asks each time whether it still may show a file, and is not sent it twice', async () => {
    const theCase = await aCase(w);
    await attach(w.ava, theCase);
    const { id, sha256 } = await latest(theCase);
    const first = await open(w.ava, id);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('etag')).toBe(`"${sha256}"`);
    const again = (actor: Actor | null, etag: string) => open(actor, id, { 'if-none-match': etag });
    const known = await again(w.ava, `"another", W/"${sha256}"`);
    expect([known.status, await known.text()]).toEqual([304, '']);
    expect((await again(w.ava, '"another"')).status).toBe(200);
    expect((await again(w.fiona, `"${sha256}"`)).status).toBe(404);
    expect((await again(null, `"${sha256}"`)).status).toBe(401);
  });

  it('REC-4, CASE-5 · a closed case accepts no file', async () => {
    const theCase = await aCase(w);
    await moveCase(w.ava, { number: theCase.number, verb: 'cancel' });
    expect(await (await attach(w.ava, theCase)).json()).toMatchObject({ ok: false, rule: 'CASE-5' });
  });

  it('REC-4 · a malformed id and an unknown id are not found', async () => {
    expect((await open(w.ava, '../../etc/passwd')).status).toBe(404);
    expect((await open(w.ava, '00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

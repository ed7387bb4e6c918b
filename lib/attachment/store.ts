import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { dataFolder } from '#lib/platform/env.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { fileIsNotTooLarge } from './rules/attach.ts';

/** A file that was received and belongs to no record yet. */
export type Received = { id: string; size: number; sha256: string };

/** REC-4 · Nobody else on this machine reads what customers sent. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/** Where files are: in 256 folders, by the end of their id. */
export const attachmentsFolder = () => path.resolve(dataFolder(), 'attachments');

const folder = (id: string) => path.join(attachmentsFolder(), id.slice(-2));
const storedPath = (id: string) => path.join(folder(id), id);
const arriving = (id: string) => `${storedPath(id)}.part`;

/** REC-4 · Writes what arrives to a file, as it arrives, and stops at the limit. */
export async function receiveFile(id: string, body: WebStream<Uint8Array>, maxMegabytes: number): Promise<Received> {
  await mkdir(folder(id), { recursive: true, mode: OWNER_ONLY.folder });
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      const fits = fileIsNotTooLarge(size, maxMegabytes);
      if (fits.ok) done(null, chunk);
      else done(new Refusal(fits.rule, fits.because, { field: 'file' }));
    },
  });
  try {
    await pipeline(
      Readable.fromWeb(body),
      measure,
      createWriteStream(arriving(id), { flags: 'wx', mode: OWNER_ONLY.file }),
    );
  } catch (error) {
    await dropReceived(id);
    throw error;
  }
  return { id, size, sha256: hash.digest('hex') };
}

/** Keeps a received file: after this its attachment can be opened. */
export async function keepReceived(id: string): Promise<void> {
  await rename(arriving(id), storedPath(id));
}

/** Forgets a received file that nobody will own. */
export async function dropReceived(id: string): Promise<void> {
  await rm(arriving(id), { force: true });
}

/** The content of a kept file. */
export function openFile(id: string): WebStream<Uint8Array> {
  return Readable.toWeb(createReadStream(storedPath(id))) as WebStream<Uint8Array>;
}

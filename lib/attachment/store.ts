import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream, type ReadableStream as WebStream } from 'node:stream/web';
import { dataFolder } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import { TooLarge } from '#lib/platform/verdict.ts';
import { fileIsNotTooLarge } from './rules/attach.ts';

/** REC-4 · No other user of this machine can read what customers sent. */
export const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/** The attachments folder; it has 256 subfolders, by the end of the file id. */
export const attachmentsFolder = () => path.resolve(dataFolder(), 'attachments');

/** A received file without a record. */
export type Received = { id: string; size: number; sha256: string };

const folder = (id: string) => path.join(attachmentsFolder(), id.slice(-2));
const storedPath = (id: string) => path.join(folder(id), id);
const arriving = (id: string) => `${storedPath(id)}.part`;

/** REC-4, ACC-12 · Why a file of this size is refused; null if it is accepted. */
export function tooLarge(bytes: number, maxMegabytes: number): TooLarge | null {
  const fits = fileIsNotTooLarge(bytes, maxMegabytes);
  return fits.ok ? null : new TooLarge(fits.rule, fits.because, { field: 'file' });
}

/** System calls that fail when a folder cannot take a file: full, forbidden or missing. An aborted upload fails elsewhere. */
const OF_FOLDER = new Set(['mkdir', 'open', 'write', 'close', 'fsync', 'rename']);

/** Files cannot be stored at the moment: a machine fault, not a rule's refusal. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable';
}

/** REC-4 · Streams an upload to a file and stops at the size limit. An incomplete file is removed. */
export async function receiveFile(id: string, body: WebStream<Uint8Array>, maxMegabytes: number): Promise<Received> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(tooLarge(size, maxMegabytes), chunk);
    },
  });
  try {
    await mkdir(folder(id), { recursive: true, mode: OWNER_ONLY.folder });
    await pipeline(
      Readable.fromWeb(body),
      measure,
      createWriteStream(arriving(id), { flags: 'wx', mode: OWNER_ONLY.file }),
    );
  } catch (error) {
    await dropReceived(id);
    throw isOfFolder(error) ? new StorageUnavailable('Attachments cannot be stored.', { cause: error }) : error;
  }
  return { id, size, sha256: hash.digest('hex') };
}

const isOfFolder = (error: unknown) =>
  error instanceof Error && 'syscall' in error && OF_FOLDER.has(String(error.syscall));

/** Gives a received file its final name once its attachment is committed. If this fails, it is read by its first name. */
export async function finalizeReceived(id: string): Promise<void> {
  await rename(arriving(id), storedPath(id)).catch((err: unknown) => log.warn({ err }, 'A file was not renamed'));
}

/** Removes a received file that gets no owner; if that fails, the sweep removes it. */
export async function dropReceived(id: string): Promise<void> {
  await rm(arriving(id), { force: true }).catch((err: unknown) => log.warn({ err }, 'A file was not removed'));
}

/** Ids of received files not written to since this time; their uploads have ended. */
export async function receivedBefore(time: Date): Promise<string[]> {
  const root = attachmentsFolder();
  if (!existsSync(root)) return [];
  const names = await readdir(root, { recursive: true });
  const ids: string[] = [];
  for (const id of names.filter((name) => name.endsWith('.part')).map((name) => path.basename(name, '.part'))) {
    const found = isUuid(id) && (await stat(arriving(id)).catch(() => null));
    if (found && found.mtime < time) ids.push(id);
  }
  return ids;
}

/** The content of an attachment's file, opened on first read; null if the file is missing. */
export function openFile(id: string): WebStream<Uint8Array> | null {
  // A server that was killed may have left the file under its first name.
  const file = [storedPath(id), arriving(id)].find((each) => existsSync(each));
  return file === undefined ? null : ReadableStream.from(contentOf(file));
}

async function* contentOf(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file);
}

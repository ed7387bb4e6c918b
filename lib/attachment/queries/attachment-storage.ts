import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import { attachmentsFolder, OWNER_ONLY } from '../store.ts';

/** Free bytes below which storage runs out soon: room for a few dozen files of the largest size. */
const LITTLE = 1_000_000_000;

/** A probe file, written and removed to test whether storing works. */
const PROBE = Buffer.alloc(64 * 1024, 1);

/** `free` in bytes, if the disk reports it; `problem`: the system error that prevents storing. */
export type AttachmentStorage = { folder: string; free: number | null; isLittle: boolean; problem: string | null };

/** ADM-11, REC-4 · Whether attachments can be stored now, and how much room there is. */
export async function attachmentStorage(): Promise<AttachmentStorage> {
  const folder = attachmentsFolder();
  const problem = await problemOfWriting(folder);
  const disk = await statfs(folder).catch(() => null);
  const free = disk && disk.bavail * disk.bsize;
  return { folder, free, isLittle: free !== null && free < LITTLE, problem };
}

async function problemOfWriting(folder: string): Promise<string | null> {
  const file = path.join(folder, `.probe-${uuid()}`);
  try {
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
    await writeFile(file, PROBE, { flag: 'wx', mode: OWNER_ONLY.file, flush: true });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await rm(file, { force: true }).catch(() => {});
  }
}

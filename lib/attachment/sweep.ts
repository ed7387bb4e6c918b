import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { db } from '#lib/platform/db.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import { attachmentsFolder } from './store.ts';

/** A file that nobody has written to for so long is no upload any more. */
const MINUTES = 60;

/** Q-10, REC-4 · the job that removes files of uploads that were killed on their way: those that no attachment names. */
export async function sweepFiles(at: Date): Promise<string> {
  let removed = 0;
  for (const folder of await foldersIn(attachmentsFolder())) removed += await sweepFolder(folder, at);
  return `${removed} files of uploads that were broken off removed`;
}

async function foldersIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
}

async function sweepFolder(folder: string, at: Date): Promise<number> {
  const names = await readdir(folder);
  const rows = await db().attachment.findMany({ where: { id: { in: names.filter(isUuid) } }, select: { id: true } });
  const owned = new Set(rows.map(({ id }) => id));
  let removed = 0;
  for (const name of names) {
    // Only what the store itself has named.
    if (owned.has(name) || !isUuid(name.replace(/\.part$/, ''))) continue;
    const file = path.join(folder, name);
    if (!(await isOld(file, at))) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

async function isOld(file: string, at: Date): Promise<boolean> {
  // Another server sweeps the same folder, or the upload has just ended under its final name.
  const found = existsSync(file) ? await stat(file) : null;
  return found !== null && found.mtime.getTime() < at.getTime() - MINUTES * 60_000;
}

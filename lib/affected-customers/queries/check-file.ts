import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { parseFile } from '../file/parse-file.ts';
import { readFile } from '../file/read-file.ts';
import type { FileRow } from '../rules/file-row.ts';
import type { ReadFile } from '../schema.ts';
import { readableList } from './readable-list.ts';

/** What a file would change: the number of rows by result, and the first rows, those left out first. */
export type FileReport = { added: number; listed: number; leftOut: number; rows: FileRow[] };

const SHOWN = 1_000;

/** MAJ-5, ADM-10 · Checks a file without adding customers. */
export async function checkFile(actor: Actor, { text, ...which }: ReadFile): Promise<FileReport> {
  const { id, of } = await readableList(actor, which);
  const rows = await readFile(db(), { of, listId: id }, await parseFile(of, text));
  const those = (result: FileRow['result']) => rows.filter((row) => row.result === result);
  const [leftOut, listed, added] = [those('left out'), those('listed'), those('added')];
  const counts = { added: added.length, listed: listed.length, leftOut: leftOut.length };
  return { ...counts, rows: [...leftOut, ...added, ...listed].slice(0, SHOWN) };
}

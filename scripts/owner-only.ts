import { chmodSync, existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 0o700;
const FILE = 0o600;

/** REC-4 · what is in the data folder is read by nobody but the user that the server runs as; older versions left it open. */
export function makeOwnerOnly(dataFolder: string): void {
  for (const file of ['secrets.json', 'postgres.log']) restrict(path.join(dataFolder, file), FILE);
  restrict(path.join(dataFolder, 'postgres'), FOLDER);

  const attachments = path.join(dataFolder, 'attachments');
  // Behind a closed folder nothing is reached: it is closed last, and says that all within was done.
  if (!existsSync(attachments) || modeOf(attachments) === FOLDER) return;
  for (const entry of globSync('**/*', { cwd: attachments, withFileTypes: true }))
    chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? FOLDER : FILE);
  chmodSync(attachments, FOLDER);
}

function restrict(file: string, mode: number): void {
  if (existsSync(file) && modeOf(file) !== mode) chmodSync(file, mode);
}

const modeOf = (file: string) => statSync(file).mode & 0o777;

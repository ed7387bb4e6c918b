import { chmodSync, existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 0o700;
const FILE = 0o600;

/** REC-4 · Makes the data folder readable only for the user that runs the server; older versions left it open. */
export function makeOwnerOnly(dataFolder: string): void {
  for (const file of ['secrets.json', 'postgres.log']) restrict(path.join(dataFolder, file), FILE);
  restrict(path.join(dataFolder, 'postgres'), FOLDER);

  const attachments = path.join(dataFolder, 'attachments');
  // A closed folder protects its content. It is closed last, so a closed folder shows that all files in it are done.
  if (!existsSync(attachments) || modeOf(attachments) === FOLDER) return;
  for (const entry of globSync('**/*', { cwd: attachments, withFileTypes: true }))
    chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? FOLDER : FILE);
  chmodSync(attachments, FOLDER);
}

function restrict(file: string, mode: number): void {
  if (existsSync(file) && modeOf(file) !== mode) chmodSync(file, mode);
}

const modeOf = (file: string) => statSync(file).mode & 0o777;

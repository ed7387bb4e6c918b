import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Package = z.object({ version: z.string() });

let known: string | undefined;

/** ADM-11 · The running version of the product. */
export function productVersion(): string {
  known ??= Package.parse(JSON.parse(readFileSync('package.json', 'utf8'))).version;
  return known;
}

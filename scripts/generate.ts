import { runNode } from './command.ts';
import { hashOfFiles, unlessDone } from './files-hash.ts';
import { waitForLock } from './lock-file.ts';

const STAMP = 'lib/platform/generated/schema-hash';

/** Writes Prisma's client if the schema has changed since. */
export async function generateIfStale(signal?: AbortSignal): Promise<void> {
  const release = await waitForLock('node_modules/.casebridge-generate', 'prisma generate', signal);
  try {
    const hash = hashOfFiles(['prisma/**/*.prisma', 'node_modules/prisma/package.json']);
    await unlessDone(STAMP, hash, () => {
      // The engine's program would be downloaded; generating does not use it, so that a file of any kind will do.
      const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
      return runNode('prisma generate', ['node_modules/prisma/build/index.js', 'generate'], { env, signal });
    });
  } finally {
    release();
  }
}

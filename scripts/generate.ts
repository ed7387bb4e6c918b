import { runNode } from './command.ts';
import { hashOfFiles, unlessDone } from './files-hash.ts';
import { waitForLock } from './lock-file.ts';

const STAMP = 'lib/platform/generated/schema-hash';

/** Generates Prisma's client if the schema has changed. */
export async function generateIfStale(signal?: AbortSignal): Promise<void> {
  const release = await waitForLock('node_modules/.casebridge-generate', 'prisma generate', signal);
  try {
    const hash = hashOfFiles(['prisma/**/*.prisma', 'node_modules/prisma/package.json']);
    await unlessDone(STAMP, hash, () => {
      // Prisma would download the engine, which generating does not use. Any existing file prevents that.
      const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
      return runNode('prisma generate', ['node_modules/prisma/build/index.js', 'generate'], { env, signal });
    });
  } finally {
    release();
  }
}

import { runNode } from './command.ts';
import { hashOfFiles, unlessDone } from './files-hash.ts';
import { waitForLock } from './lock-file.ts';

const SOURCES = [
  '{app,components,lib}/**/*.{ts,tsx,css,svg,ico,png}',
  '{proxy,instrumentation,next.config}.ts',
  'prisma/**/*.prisma',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const NOT_BUILT = ['**/*.test.ts', '**/*.test.tsx', 'lib/platform/generated/**', 'lib/testing/**'];

/** Builds the server if its sources have changed; concurrent starts of one checkout build it once. */
export async function buildIfStale(signal?: AbortSignal): Promise<void> {
  const release = await waitForLock('node_modules/.casebridge-build', 'next build', signal);
  try {
    const hash = hashOfFiles(SOURCES, NOT_BUILT);
    await unlessDone('.next/casebridge-sources', hash, async () => {
      console.log('Building ...');
      await runNode('The build', ['node_modules/next/dist/bin/next', 'build'], {
        env: { NODE_ENV: 'production' },
        signal,
      });
    });
  } finally {
    release();
  }
}

// `npm run lint`: only the format and lint checks of `npm test`.
import { runNode } from './command.ts';
import { generateIfStale } from './generate.ts';
import { linters } from './linters.ts';
import { dropLeash, quitSignal } from './quit.ts';
import { exitWithError } from './user-error.mjs';

async function lint(signal: AbortSignal): Promise<void> {
  // Type-aware rules need the generated client.
  await generateIfStale(signal);
  for (const [name, program] of Object.entries(linters))
    await runNode(name, [...program], { signal, output: 'terminal' });
}

await lint(quitSignal()).catch(exitWithError);
dropLeash();

// `npm run bench [-- NAME ... --seconds N]`: measures the figures of quality, prints a table and keeps it in bench/results.json.
import { generateIfStale } from '../scripts/generate.ts';
import { exitWithError } from '../scripts/user-error.mjs';

async function bench(args: string[]): Promise<void> {
  await generateIfStale();
  // Loaded late: the generated client that it imports may not have been there before.
  const { measure } = await import('./measure.ts');
  await measure(args);
}

await bench(process.argv.slice(2)).catch(exitWithError);

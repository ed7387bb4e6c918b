// `npm run bench [-- NAME ... --seconds N]`: measures quality figures, prints them and saves them in bench/results.json.
import { generateIfStale } from '../scripts/generate.ts';
import { exitWithError } from '../scripts/user-error.mjs';

async function bench(args: string[]): Promise<void> {
  await generateIfStale();
  // Imported late: its generated client may not have existed before.
  const { measure } = await import('./measure.ts');
  await measure(args);
}

await bench(process.argv.slice(2)).catch(exitWithError);

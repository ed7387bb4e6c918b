// `npm run replay -- FILE [--strict]`: plays an incident event log through the product's own commands.
import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { InvalidLog } from '#lib/import/incident-log.ts';
import { MalformedRow, replay, type Tally } from '#lib/import/replay.ts';
import { UserError } from './user-error.mjs';

const PROGRESS_EVERY = 500;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { strict: { type: 'boolean' } },
});
const [file, ...more] = positionals;
const unknown = Object.keys(values).some((name) => name !== 'strict');
if (!file || more.length > 0 || unknown) throw new UserError('Name the log: npm run replay -- FILE [--strict]');
await access(file).catch(() => {
  throw new UserError(`There is no file ${file}.`);
});

const began = performance.now();
try {
  const tally = await replay(file, {
    strict: values.strict === true,
    onMalformed: (line, wrong) => console.error(`Line ${line} ${wrong}.`),
    onProgress: showProgress,
  });
  report(tally, (performance.now() - began) / 1000);
} catch (error) {
  if (error instanceof InvalidLog || error instanceof MalformedRow) throw new UserError(error.message);
  throw error;
}

function showProgress({ events, playedBefore }: Tally): void {
  const rows = events + playedBefore;
  if (rows % PROGRESS_EVERY !== 0) return;
  const seconds = (performance.now() - began) / 1000;
  console.log(`${rows} rows, ${Math.round(rows / seconds)} per second`);
}

function report(tally: Tally, seconds: number): void {
  const { stateChanges, holdReasonChanges } = tally;
  const refused = [...tally.refused.values()].reduce((sum, each) => sum + each, 0);
  const lines: [label: string, figure: number, more?: string][] = [
    ['incidents', tally.incidents],
    ['events', tally.events],
    [
      'changes',
      stateChanges + holdReasonChanges,
      `${stateChanges} of state, ${holdReasonChanges} of the hold reason alone`,
    ],
    ['work notes by rules', tally.notesByRules],
    ['creation notes', tally.creationNotes],
    ['moves refused', refused],
    ['priorities that disagree with the lookup', tally.disagreeing],
    ['malformed rows', tally.malformed],
    ['rows that were played before', tally.playedBefore],
    ['events per second', Math.round(tally.events / seconds)],
  ];
  for (const [label, figure, explained] of lines)
    console.log(`${label.padEnd(42)}${String(figure).padStart(7)}${explained ? `  (${explained})` : ''}`);
  for (const [because, times] of tally.refused) console.log(`refused ${times} times: ${because}`);
  if (tally.events === 0) console.log('Nothing new.');
}

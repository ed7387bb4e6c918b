import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';

/** One line of the report: what was measured, the result, and the rule's target. */
export type Figure = {
  id: string;
  what: string;
  measured: string;
  asked: string;
  /** Absent if there is no target. */
  met?: boolean;
  /** Where the time goes: printed if the target is missed. */
  because?: string;
  /** The raw numbers. */
  values: Readonly<Record<string, number>>;
};

const FILE = 'bench/results.json';

type Results = { machine: string; figures: (Figure & { at: string })[] };

/** Prints the figures as a table. */
export function print(figures: readonly Figure[]): void {
  const rows = [
    ['id', 'what', 'measured', 'asked', ''],
    ...figures.map(({ id, what, measured, asked, met }) => [id, what, measured, asked, verdict(met)]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  for (const { id, met, because } of figures) if (met === false && because) console.log(`${id}: ${because}`);
}

const verdict = (met: boolean | undefined) => (met === undefined ? '' : met ? 'met' : 'MISSED');

/** Saves the figures in bench/results.json; those of benchmarks that did not run this time stay. */
export function saveFigures(figures: readonly Figure[]): void {
  const at = new Date().toISOString();
  const ran = new Set(figures.map(({ id }) => id));
  const kept = earlier().figures.filter(({ id }) => !ran.has(id));
  const all = [...kept, ...figures.map((figure) => ({ ...figure, at }))];
  const cores = os.cpus();
  const machine = `${cores.length} cores, ${cores[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB`;
  const results: Results = { machine, figures: all.toSorted((a, b) => a.id.localeCompare(b.id)) };
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
}

function earlier(): Results {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as Results;
  } catch {
    return { machine: '', figures: [] };
  }
}

import { parse } from 'csv-parse/sync';
import { delimiterOf } from './delimiter.ts';

/** A row with the line that it begins on; null where its quotes do not close. */
export type CsvRow = { line: number; values: string[] | null };

/** In lines: a row that is longer has a quote that was forgotten. */
const LONGEST = 1000;

/**
 * REC-5 · The rows of a CSV file, empty ones left out. A quoted value may hold line breaks. A quote that does not close
 * would swallow all that follows, so a parser of the whole file would lose it: here the line is given up and the next is
 * read as a row of its own. The same holds where several lines do not make a row as wide as the first one. Cells are
 * separated as the first line has it: by commas, semicolons or tabs, or by what `sep=` says.
 */
export async function* csvRows(lines: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const reader = new RowReader();
  for await (const line of lines) yield* reader.read([line]);
  yield* reader.end();
}

class RowReader {
  /** The lines of the row whose quotes have not closed yet. */
  #open: string[] = [];
  #isQuoted = false;
  #line = 1;
  #width: number | null = null;
  #delimiter: string | null = null;

  /** Empties `waiting`. */
  *read(waiting: string[]): Generator<CsvRow> {
    for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
      if (this.#delimiter === null && line.trim() !== '' && this.#saysDelimiter(line)) {
        this.#line += 1;
        continue;
      }
      this.#open.push(line);
      if (quotesIn(line) % 2 === 1) this.#isQuoted = !this.#isQuoted;
      if (this.#isQuoted && this.#open.length < LONGEST) continue;
      waiting.unshift(...(yield* this.#close()));
    }
  }

  /** Learns what separates the cells; true where the line says that and nothing else. */
  #saysDelimiter(line: string): boolean {
    const { delimiter, isSaid } = delimiterOf(line);
    this.#delimiter = delimiter;
    return isSaid;
  }

  *end(): Generator<CsvRow> {
    while (this.#open.length > 0) yield* this.read(yield* this.#close());
  }

  /** Ends the row; answers the lines to read again. */
  *#close(): Generator<CsvRow, string[]> {
    const text = this.#open.join('\n');
    const line = this.#line;
    const found = this.#isQuoted ? null : valuesOf(text, this.#delimiter ?? ',');
    const fits = this.#open.length === 1 || this.#width === null || found?.length === this.#width;
    const values = fits ? found : null;
    const again = values ? [] : this.#open.slice(1);
    this.#line += this.#open.length - again.length;
    this.#open = [];
    this.#isQuoted = false;
    if (text.trim() !== '') {
      this.#width ??= values?.length ?? null;
      yield { line, values };
    }
    return again;
  }
}

const quotesIn = (text: string) => text.split('"').length - 1;

function valuesOf(row: string, delimiter: string): string[] | null {
  // A parser for each line without quotes would take ten times as long.
  if (!row.includes('"')) return row.replace(/^\uFEFF/, '').split(delimiter);
  try {
    return parse(row, { relax_column_count: true, bom: true, delimiter })[0] ?? [];
  } catch {
    return null;
  }
}

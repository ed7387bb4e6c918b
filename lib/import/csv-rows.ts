import { parse } from 'csv-parse/sync';

const DELIMITERS = [',', ';', '\t'] as const;

/** A spreadsheet's declaration of the separator. */
const SAID = /^\uFEFF?"?sep=(.)"?\s*$/i;

/** The separator of cells; `isSaid`: the first line declares it and is not a row. */
type Delimiter = { delimiter: string; isSaid: boolean };

const outsideQuotes = (line: string) =>
  line
    .split('"')
    .filter((_, at) => at % 2 === 0)
    .join('');

/** MAJ-5 · Detects the separator in the first line that is not empty: the declared one, or else the most frequent one. */
function delimiterOf(line: string): Delimiter {
  const declared = SAID.exec(line)?.[1];
  if (declared) return { delimiter: declared, isSaid: true };
  const bare = outsideQuotes(line);
  const count = (sign: string) => bare.split(sign).length - 1;
  const [most = ','] = DELIMITERS.toSorted((a, b) => count(b) - count(a));
  return { delimiter: count(most) > 0 ? most : ',', isSaid: false };
}

/** A row with the line number of its start; null if its quotes don't close. */
export type CsvRow = { line: number; values: string[] | null };

/** In lines: a longer row must have an unclosed quote. */
const LONGEST = 1000;

/**
 * REC-5 · The rows of a CSV file, without empty ones. A quoted value may contain line breaks. An unclosed quote would swallow
 * the rest of the file, so a parser of the whole file would lose it. This reader rejects only that line and reads the next as a
 * new row. It does the same if several lines don't make a row as wide as the first one. The first line decides what separates
 * cells: commas, semicolons or tabs, or the character after `sep=`.
 */
export async function* csvRows(lines: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const reader = new RowReader();
  for await (const line of lines) yield* reader.read([line]);
  yield* reader.end();
}

class RowReader {
  /** The lines of the current row, whose quotes are not closed yet. */
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

  /** Detects the separator of cells. True if the line contains only its declaration. */
  #saysDelimiter(line: string): boolean {
    const { delimiter, isSaid } = delimiterOf(line);
    this.#delimiter = delimiter;
    return isSaid;
  }

  *end(): Generator<CsvRow> {
    while (this.#open.length > 0) yield* this.read(yield* this.#close());
  }

  /** Ends the row. Returns the lines to read again. */
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
  // Using the parser for lines without quotes would take ten times as long.
  if (!row.includes('"')) return row.replace(/^\uFEFF/, '').split(delimiter);
  try {
    return parse(row, { relax_column_count: true, bom: true, delimiter })[0] ?? [];
  } catch {
    return null;
  }
}

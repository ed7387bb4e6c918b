const DELIMITERS = [',', ';', '\t'] as const;

/** A spreadsheet's own line that says what separates its cells. */
const SAID = /^\uFEFF?"?sep=(.)"?\s*$/i;

/** What separates the cells of a file, and whether its first line says so and is none of its rows. */
export type Delimiter = { delimiter: string; isSaid: boolean };

const outsideQuotes = (line: string) =>
  line
    .split('"')
    .filter((_, at) => at % 2 === 0)
    .join('');

/** MAJ-5 · By the first line that is not empty: the one that says it, or the sign that it has most often. */
export function delimiterOf(line: string): Delimiter {
  const said = SAID.exec(line)?.[1];
  if (said) return { delimiter: said, isSaid: true };
  const bare = outsideQuotes(line);
  const count = (sign: string) => bare.split(sign).length - 1;
  const [most = ','] = DELIMITERS.toSorted((a, b) => count(b) - count(a));
  return { delimiter: count(most) > 0 ? most : ',', isSaid: false };
}

const DELIMITERS = [',', ';', '\t'] as const;

/** A spreadsheet's declaration of the separator. */
const SAID = /^\uFEFF?"?sep=(.)"?\s*$/i;

/** The separator of cells; `isSaid`: the first line declares it and is not a row. */
export type Delimiter = { delimiter: string; isSaid: boolean };

const outsideQuotes = (line: string) =>
  line
    .split('"')
    .filter((_, at) => at % 2 === 0)
    .join('');

/** MAJ-5 · Detects the separator in the first line that is not empty: the declared one, or else the most frequent one. */
export function delimiterOf(line: string): Delimiter {
  const said = SAID.exec(line)?.[1];
  if (said) return { delimiter: said, isSaid: true };
  const bare = outsideQuotes(line);
  const count = (sign: string) => bare.split(sign).length - 1;
  const [most = ','] = DELIMITERS.toSorted((a, b) => count(b) - count(a));
  return { delimiter: count(most) > 0 ? most : ',', isSaid: false };
}

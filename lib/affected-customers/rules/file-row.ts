import { type CustomerSort, sortWords } from '../customer-sort.ts';

/** MAJ-5 · The result of a file row; `customerId` if it adds a customer. */
export type FileRow = {
  line: number;
  said: string;
  result: 'added' | 'listed' | 'left out';
  because: string;
  customerId: string | null;
};

type Row = { line: number; said: string; isReadable: boolean };
type Candidate = { id: string; name: string; active: boolean; listed: boolean };

/** MAJ-5 · A row adds its one matching customer, once; `lineOf`: the earlier line with the same customer. */
export function rowResult(
  { line, said, isReadable }: Row,
  found: readonly Candidate[],
  of: CustomerSort,
  lineOf: (customerId: string) => number | null,
): FileRow {
  const { one, many } = sortWords[of];
  const leftOut = (because: string) => ({ line, said, result: 'left out', because, customerId: null }) as const;
  if (!isReadable) return leftOut('This line cannot be read: check its quotes and commas.');
  if (said === '') return leftOut(`This line has no ${one}.`);
  const [first, ...others] = found;
  if (!first) return leftOut(`No matching ${one}.`);
  if (others.length > 0)
    return leftOut(
      `${found.length} ${many} have this name: use ${of === 'accounts' ? 'the number' : 'the email address'}.`,
    );
  if (!first.active) return leftOut(`${first.name} is no longer active.`);
  const before = lineOf(first.id);
  if (before !== null) return leftOut(`${first.name} is in line ${before} already.`);
  if (first.listed)
    return { line, said, result: 'listed', because: `${first.name} is on the list already.`, customerId: first.id };
  return { line, said, result: 'added', because: first.name, customerId: first.id };
}

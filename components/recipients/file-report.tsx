import { StateBadge, type Tone } from '#components/ui/badge.tsx';
import { Facts } from '#components/ui/facts.tsx';
import type { CustomerSort } from '#lib/recipients/customer-sort.ts';
import { sortWords } from '#lib/recipients/customer-sort.ts';
import type { FileReport as Report } from '#lib/recipients/queries/check-file.ts';

const results: Readonly<Record<Report['rows'][number]['result'], { tone: Tone; label: string }>> = {
  added: { tone: 'green', label: 'To add' },
  listed: { tone: 'muted', label: 'On the list' },
  'left out': { tone: 'amber', label: 'Left out' },
};

const figure = (count: number) => count.toLocaleString('en');

/** MAJ-5, ADM-10 · What each row of a file would do, those first that add nobody. */
export function FileReport({ report, of }: { report: Report; of: CustomerSort }) {
  const { added, listed, leftOut, rows } = report;
  const more = added + listed + leftOut - rows.length;
  return (
    <>
      <Facts
        inline
        items={[
          { term: 'To add', detail: figure(added) },
          { term: 'On the list already', detail: figure(listed) },
          { term: 'Left out', detail: figure(leftOut) },
        ]}
      />
      <div className="mt-2 rounded-md border">
        <table className="records">
          <caption className="sr-only">What each row does</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Result</th>
              <th scope="col">{sortWords[of].label}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, said, result, because }) => (
              <tr key={line}>
                <td className="record-number">{line}</td>
                <td>
                  <StateBadge tone={results[result].tone}>{results[result].label}</StateBadge>
                </td>
                <td className="wrap-anywhere">
                  {because} {said && !because.includes(said) && <span className="text-ink-muted">({said})</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="mt-1 text-sm text-ink-muted">and {figure(more)} more rows</p>}
    </>
  );
}

import { StateBadge, type Tone } from '#components/ui/badge.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Facts } from '#components/ui/facts.tsx';
import type { CustomerSort } from '#lib/affected-customers/customer-sort.ts';
import { sortWords } from '#lib/affected-customers/customer-sort.ts';
import type { FileReport as Report } from '#lib/affected-customers/queries/check-file.ts';

const results: Readonly<Record<Report['rows'][number]['result'], { tone: Tone; label: string }>> = {
  added: { tone: 'green', label: 'To add' },
  listed: { tone: 'muted', label: 'On the list' },
  'left out': { tone: 'amber', label: 'Left out' },
};

const figure = (count: number) => count.toLocaleString('en');

/** MAJ-5, ADM-10 · The effect of each row of a file; rows that add nobody come first. */
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
        <DataTable
          caption="What each row does"
          rows={rows}
          rowKey={({ line }) => line}
          columns={[
            { heading: 'Line', cellClass: 'record-number', cell: ({ line }) => line },
            {
              heading: 'Result',
              cell: ({ result }) => <StateBadge tone={results[result].tone}>{results[result].label}</StateBadge>,
            },
            {
              heading: sortWords[of].label,
              cellClass: 'wrap-anywhere',
              cell: ({ said, because }) => (
                <>
                  {because} {said && !because.includes(said) && <span className="text-ink-muted">({said})</span>}
                </>
              ),
            },
          ]}
        />
      </div>
      {more > 0 && <p className="mt-1 text-sm text-ink-muted">and {figure(more)} more rows</p>}
    </>
  );
}

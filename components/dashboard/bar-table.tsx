import { Panel } from '#components/ui/panel.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { Line } from '#lib/dashboard/figure.ts';
import { Bar } from './bar.tsx';
import { FigureLink } from './figure-link.tsx';
import { EDGES } from './table-edges.ts';

interface BarTableProps {
  title: string;
  /** What a line is: the heading of the first column. */
  of: string;
  lines: readonly Line[];
  empty: string;
}

/** Open cases taken apart, as a picture and a table in one: a bar for the eye, and beside it the figure that leads to its list. */
export function BarTable({ title, of, lines, empty }: BarTableProps) {
  const most = Math.max(...lines.map(({ figure }) => figure.count), 0);
  return (
    <Panel title={title} flush>
      {lines.length === 0 ? (
        <p className="p-4 text-ink-muted">{empty}</p>
      ) : (
        <Table caption={title} className={EDGES}>
          <thead>
            <tr>
              <Th>{of}</Th>
              <Th className="w-2/5" aria-hidden />
              <Th numeric>Cases</Th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, figure }) => (
              <tr key={figure.href}>
                <Td className="min-w-22 wrap-break-word">{label}</Td>
                <Td aria-hidden>
                  <Bar count={figure.count} most={most} />
                </Td>
                <Td numeric>
                  <FigureLink figure={figure} what={`${title}, ${label}`} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

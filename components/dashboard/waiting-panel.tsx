import { formatDuration } from '#components/ui/format-duration.ts';
import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { Waiting } from '#lib/dashboard/queries/waiting-cases.ts';
import { Bar } from './bar.tsx';
import { FigureLink } from './figure-link.tsx';
import { EDGES } from './table-edges.ts';

/** DASH-1 · The open cases waiting on others' work, how long half of them have, and the one that has waited longest. */
export function WaitingPanel({ waiting }: { waiting: readonly Waiting[] }) {
  const most = Math.max(...waiting.map(({ figure }) => figure.count), 0);
  return (
    <Panel title="Cases waiting on" flush>
      <Table caption="Open cases waiting on related records" className={EDGES}>
        <thead>
          <tr>
            <Th>Records</Th>
            <Th className="max-sm:hidden" aria-hidden />
            <Th numeric>Cases</Th>
            <Th>Median</Th>
            <Th>Longest</Th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ label, figure, median, longest }) => (
            <tr key={label}>
              <Td>{label}</Td>
              <Td aria-hidden className="max-sm:hidden">
                <Bar count={figure.count} most={most} />
              </Td>
              <Td numeric>
                <FigureLink figure={figure} what={`open cases waiting on ${label.toLowerCase()}`} />
              </Td>
              <Td>{median === null ? <span className="text-ink-faint">–</span> : formatDuration(median)}</Td>
              <Td>
                {longest ? (
                  <TextLink href={longest.path} aria-label={`${formatDuration(longest.seconds)}: ${longest.number}`}>
                    {formatDuration(longest.seconds)}
                  </TextLink>
                ) : (
                  <span className="text-ink-faint">–</span>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

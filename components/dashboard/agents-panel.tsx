import { Panel } from '#components/ui/panel.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { Load } from '#lib/dashboard/queries/open-cases.ts';
import { Bar } from './bar.tsx';
import { FigureLink } from './figure-link.tsx';
import { EDGES } from './table-edges.ts';

/** DASH-1 · What each person has open, who has the most first, and what nobody has. */
export function AgentsPanel({ agents }: { agents: readonly Load[] }) {
  const most = Math.max(...agents.map(({ figure }) => figure.count), 0);
  return (
    <Panel title="Load by agent" flush>
      {agents.length === 0 ? (
        <p className="p-4 text-ink-muted">No open case matches the filters.</p>
      ) : (
        <Table caption="Open cases by agent" className={EDGES}>
          <thead>
            <tr>
              <Th>Assigned to</Th>
              <Th className="w-1/4 max-sm:hidden" aria-hidden />
              <Th numeric>Open</Th>
              <Th numeric className="max-sm:whitespace-normal">
                Critical and high
              </Th>
              <Th numeric className="max-sm:whitespace-normal">
                Awaiting Info
              </Th>
            </tr>
          </thead>
          <tbody>
            {agents.map(({ label, figure, pressing, awaiting }) => (
              <tr key={figure.href}>
                <Td className="min-w-22 wrap-break-word">{label}</Td>
                <Td aria-hidden className="max-sm:hidden">
                  <Bar count={figure.count} most={most} />
                </Td>
                <Td numeric>
                  <FigureLink figure={figure} what={`open cases, ${label}`} />
                </Td>
                <Td numeric>
                  <FigureLink figure={pressing} what={`critical and high, ${label}`} />
                </Td>
                <Td numeric>
                  <FigureLink figure={awaiting} what={`awaiting info, ${label}`} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

import { RecordPriority } from '#components/task/record-priority.tsx';
import { RecordState } from '#components/task/record-state.tsx';
import { Link, TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { RunningMajors } from '#lib/dashboard/queries/running-majors.ts';
import { FigureLink } from './figure-link.tsx';
import { STACKED_EDGES } from './table-edges.ts';

/** DASH-1, MAJ-4 · The major cases that are under way, the newest first, with their children. */
export function MajorsPanel({ majors: { all, rows }, filtered }: { majors: RunningMajors; filtered: boolean }) {
  return (
    <Panel
      title="Major cases running"
      action={<TextLink href={all.href}>{`All ${all.count.toLocaleString('en')}`}</TextLink>}
      flush
    >
      {filtered && <p className="px-4 pt-2 text-sm text-ink-muted">Of all customers, whatever the filters.</p>}
      {rows.length === 0 ? (
        <p className="p-4 text-ink-muted">No major case is under way.</p>
      ) : (
        <Table caption="Major cases running" stacked className={STACKED_EDGES}>
          <thead>
            <tr>
              <Th>Number</Th>
              <Th>State</Th>
              <Th>Short description</Th>
              <Th>Priority</Th>
              <Th numeric>Open children</Th>
              <Th numeric>Children</Th>
              <Th>Opened</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, path, title, state, priority, openedAt, children, open }) => (
              <tr key={number}>
                <Td>
                  <Link href={path} className="record-number text-accent-ink underline-offset-2 hover:underline">
                    {number}
                  </Link>
                </Td>
                <Td>
                  <RecordState state={state} />
                </Td>
                <Td className="wrap-anywhere">
                  <bdi>{title}</bdi>
                </Td>
                <Td>
                  <RecordPriority {...priority} />
                </Td>
                <Td numeric data-label="Open children">
                  <FigureLink figure={open} what={`open children of ${number}`} />
                </Td>
                <Td numeric data-label="Children">
                  <FigureLink figure={children} what={`children of ${number}`} />
                </Td>
                <Td>
                  <RelativeTime at={openedAt} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

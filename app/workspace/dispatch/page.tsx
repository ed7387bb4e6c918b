import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { BoardBar } from '#components/dispatch/board-bar.tsx';
import { BoardKey } from '#components/dispatch/board-key.tsx';
import { DispatchBoard } from '#components/dispatch/dispatch-board.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { boardPath, parseBoardQuery } from '#lib/dispatch/board-query.ts';
import { dayAfter } from '#lib/dispatch/day-of-board.ts';
import { dispatchBoard } from '#lib/dispatch/queries/board.ts';
import { technicianFilters } from '#lib/dispatch/queries/technician-filters.ts';
import { MAX_UNPLACED, unplacedTasks } from '#lib/dispatch/queries/unplaced.ts';
import { now } from '#lib/platform/clock.ts';
import { timeZoneOptions } from '#lib/platform/time-zones.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Dispatch' };

/** Technicians per page. */
const PAGE = 50;

/** WO-7 · The dispatch board of the day in the address. */
export default async function DispatchPage({ searchParams }: PageProps<'/workspace/dispatch'>) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const query = parseBoardQuery(params);
  const zone = query.zone ?? actor.timeZone;
  const [board, unplaced, by] = await foundOrNot(
    Promise.all([
      dispatchBoard(actor, { ...query, zone }, PAGE),
      unplacedTasks(actor, query.q),
      technicianFilters(actor),
    ]),
  );
  const { day, today, rows, count } = board;
  const { page } = query;
  const first = (page - 1) * PAGE;
  return (
    <>
      <PageHeader title="Dispatch" meta={`Times are in ${zone.replaceAll('_', ' ')}.`} />
      <BoardBar
        query={query}
        day={day}
        before={dayAfter(day, -1)}
        after={dayAfter(day, 1)}
        today={today}
        zone={zone}
        zones={timeZoneOptions(zone)}
        narrowing={by}
      />
      <DispatchBoard board={board} unplaced={unplaced} most={MAX_UNPLACED} query={query} now={now().getTime()} />
      <BoardKey />
      {(count > PAGE || page > 1) && (
        <Pagination
          {...(page > 1 ? { previousHref: boardPath(query, { page: page - 1 }) } : {})}
          {...(first + rows.length < count ? { nextHref: boardPath(query, { page: page + 1 }) } : {})}
        >
          {rows.length > 0 ? `Technicians ${first + 1} to ${first + rows.length} of ${count}` : 'No technicians here'}
        </Pagination>
      )}
    </>
  );
}

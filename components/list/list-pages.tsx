import { Pagination } from '#components/ui/pagination.tsx';
import { listHref } from '#lib/list/list-query.ts';
import { counted, MAX_COUNTED } from '#lib/record/counted.ts';
import type { TaskListProps } from './task-list.tsx';

/** The links to the pages of a list, and how many records it has; a further page of a search does not know. */
export function ListPages({ query, page, total, start }: Pick<TaskListProps, 'query' | 'page' | 'total' | 'start'>) {
  const { previous, next, rows } = page;
  return (
    <Pagination
      previousHref={previous ? listHref({ ...query, page: { before: previous } }) : undefined}
      nextHref={next ? listHref({ ...query, page: { after: next } }) : undefined}
    >
      {/* list-around.ts reads it when a record is opened from here. */}
      <span
        data-list-total={total === null || total > MAX_COUNTED ? undefined : total}
        data-list-start={start ?? undefined}
      />
      {total === null ? !query.page && `More than ${rows.length}` : counted(query.kind, total, MAX_COUNTED)}
    </Pagination>
  );
}

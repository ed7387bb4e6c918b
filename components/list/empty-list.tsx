import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { ListQuery } from '#lib/list/list-query.ts';
import { taskKinds } from '#lib/record/kind.ts';

export interface EmptyListProps {
  query: ListQuery;
  filtered: boolean;
  mayCreate: boolean;
}

/** An empty list: what would appear here, and what to do next. */
export function EmptyList({ query, filtered, mayCreate }: EmptyListProps) {
  const { path, plural, label } = taskKinds[query.kind];
  if (filtered || query.words || query.page)
    return (
      <EmptyState
        icon={<Icon name="search-x" />}
        title={`No ${plural.toLowerCase()} match.`}
        action={<ButtonLink href={`/workspace/${path}`}>{`Show all ${plural.toLowerCase()}`}</ButtonLink>}
      >
        Clear a filter, or search for other words.
      </EmptyState>
    );
  return (
    <EmptyState
      title={`There are no ${plural.toLowerCase()} yet.`}
      action={
        mayCreate && (
          <ButtonLink variant="primary" href={`/workspace/${path}/new`}>{`New ${label.toLowerCase()}`}</ButtonLink>
        )
      }
    >
      Records reported by customers and colleagues appear here.
    </EmptyState>
  );
}

import { clsx } from 'clsx';
import { Link } from '#components/ui/link.tsx';
import type { View } from '#lib/saved-view/queries.ts';
import { taskKinds } from '#lib/task/kind.ts';
import { type ListQuery, listText } from '#lib/task/list/list-query.ts';
import { commonViews } from '#lib/task/list/views.ts';
import { DeleteViewButton, SaveViewButton } from './view-buttons.tsx';

/** The views of a list: those that everybody has, then one's own; what is shown now can be kept as another. */
export function Views({ query, saved }: { query: ListQuery; saved: readonly View[] }) {
  const { kind } = query;
  const now = listText({ ...query, page: null });
  const common = commonViews(kind);
  const path = `/workspace/${taskKinds[kind].path}`;
  const isNew = ![...common, ...saved].some((view) => view.query === now);
  return (
    <nav aria-label="Views" className="flex flex-wrap items-center gap-0.5 border-b pb-1">
      {common.map((view) => (
        <ViewLink key={view.name} path={path} view={view} current={view.query === now} />
      ))}
      {saved.length > 0 && <span aria-hidden className="mx-1 h-4 border-l" />}
      {saved.map((view) => (
        <span key={view.id} className="inline-flex items-center">
          <ViewLink path={path} view={view} current={view.query === now} />
          {view.query === now && <DeleteViewButton view={view} path={path} />}
        </span>
      ))}
      {isNew && <SaveViewButton kind={kind} query={now} />}
    </nav>
  );
}

interface ViewLinkProps {
  path: string;
  view: { name: string; query: string };
  current: boolean;
}

function ViewLink({ path, view, current }: ViewLinkProps) {
  return (
    <Link
      href={view.query ? `${path}?${view.query}` : path}
      aria-current={current ? 'true' : undefined}
      className={clsx(
        'inline-flex h-7 items-center rounded-md px-2 text-sm font-medium pointer-coarse:h-9',
        current ? 'bg-accent-soft text-accent-ink' : 'text-ink-muted hover:bg-sunken hover:text-ink',
      )}
    >
      {view.name}
    </Link>
  );
}

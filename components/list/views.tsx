'use client';

import { clsx } from 'clsx';
import { Link } from '#components/ui/link.tsx';
import { type Serialized, useDeserialized } from '#components/ui/serialized.ts';
import type { ListViews } from './list-views.ts';
import { SaveViewButton, ViewMenu } from './view-buttons.tsx';
import { ViewCount, ViewCounts } from './view-counts.tsx';

/** A list's views: built-in ones, then own and shared ones; the current query can be saved. */
export function Views({ views: packed }: { views: Serialized<ListViews> }) {
  const { kind, path, currentQuery, common, saved, mayShare } = useDeserialized(packed);
  const all = [...common, ...saved];
  return (
    <nav aria-label="Views" className="flex flex-wrap items-center gap-0.5 border-b pb-1">
      <ViewCounts kind={kind} queries={[...new Set(all.map(({ query }) => query))]}>
        {common.map((view) => (
          <ViewLink key={view.name} path={path} view={view} current={view.query === currentQuery} />
        ))}
        {saved.map((view, at) => (
          <span key={view.id} className="inline-flex items-center">
            {view.own !== saved[at - 1]?.own && <span aria-hidden className="mx-1 h-4 border-l" />}
            <ViewLink path={path} view={view} current={view.query === currentQuery} />
            {view.query === currentQuery && view.mayChange && (
              <ViewMenu kind={kind} view={view} path={path} mayShare={mayShare} />
            )}
          </span>
        ))}
      </ViewCounts>
      {!all.some(({ query }) => query === currentQuery) && (
        <SaveViewButton kind={kind} query={currentQuery} mayShare={mayShare} />
      )}
    </nav>
  );
}

interface ViewLinkProps {
  path: string;
  view: { name: string; query: string; shared?: boolean };
  current: boolean;
}

function ViewLink({ path, view, current }: ViewLinkProps) {
  return (
    <Link
      href={view.query ? `${path}?${view.query}` : path}
      aria-current={current ? 'true' : undefined}
      title={view.shared ? `${view.name}, shared` : undefined}
      className={clsx(
        'inline-flex h-7 items-center gap-1 rounded-md px-2 text-sm font-medium pointer-coarse:h-9',
        current ? 'bg-accent-soft text-accent-ink' : 'text-ink-muted hover:bg-sunken hover:text-ink',
      )}
    >
      {view.name}
      <ViewCount query={view.query} />
    </Link>
  );
}

import { Download, Plus } from 'lucide-react';
import { notFound } from 'next/navigation';
import { ListKeys } from '#components/shell/list-keys.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { can, mayOpenList } from '#lib/access/policy.ts';
import { creatableKinds } from '#lib/new-record/form.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { savedViews } from '#lib/saved-view/queries.ts';
import { counted } from '#lib/task/counted.ts';
import { taskKinds } from '#lib/task/kind.ts';
import { filterChips } from '#lib/task/list/filter-chips.ts';
import { type ListQuery, listHref, listParams, listText } from '#lib/task/list/list-query.ts';
import { COUNTED, countTasks, type ListPage, listTasks } from '#lib/task/list/list-tasks.ts';
import { EmptyList } from './empty-list.tsx';
import { Filters } from './filters.tsx';
import { SelectableList } from './selectable-list.tsx';
import { TaskTable } from './task-table.tsx';
import { UpdatesAvailable } from './updates-available.tsx';
import { Views } from './views.tsx';

/** The list of a kind, as its address asks for it. */
export async function TaskList({ actor, query }: { actor: Actor & { id: string }; query: ListQuery }) {
  const { kind, words } = query;
  if (!mayOpenList(actor, kind)) notFound();
  const [page, count, saved, chips] = await Promise.all([
    listTasks(actor, query),
    words ? null : countTasks(actor, query),
    savedViews(actor, kind),
    filterChips(query, actor),
  ]);
  const { path, plural, label } = taskKinds[kind];
  const mayCreate = creatableKinds(actor).includes(kind);
  const mayExport = can(actor, 'export', kind);
  const { q: _words, after: _after, before: _before, ...kept } = listParams(query);
  const exportHref = mayExport ? `/api/export/${path}` : null;

  return (
    <>
      <ListKeys />
      <PageHeader
        title={plural}
        actions={
          <>
            {exportHref && (
              <ButtonLink
                href={`${exportHref}?${listText({ ...query, page: null })}`}
                download
                prefetch={false}
                icon={<Download aria-hidden />}
              >
                Export CSV
              </ButtonLink>
            )}
            {mayCreate && (
              <ButtonLink variant="primary" href={`/workspace/${path}/new`} icon={<Plus aria-hidden />}>
                {`New ${label.toLowerCase()}`}
              </ButtonLink>
            )}
          </>
        }
      />
      <Views query={query} saved={saved} />
      <div className="flex flex-wrap items-center gap-2 py-2">
        <PageSearch action={`/workspace/${path}`} defaultValue={words} keep={kept} placeholder="Number or words" />
        <Filters query={query} chips={chips} />
        {chips.map((chip) => (
          <Chip key={chip.name} label={chip.label} value={chip.value} removeHref={chip.removeHref} />
        ))}
        <div className="ml-auto">
          <UpdatesAvailable key={Date.now()} kind={kind} />
        </div>
      </div>
      {page.rows.length === 0 ? (
        <EmptyList query={query} filtered={chips.length > 0} mayCreate={mayCreate} />
      ) : (
        <SelectableList kind={kind} canAssign={can(actor, 'assign', kind)} exportHref={exportHref}>
          <TaskTable query={query} rows={page.rows} selectable={mayExport || can(actor, 'assign', kind)} />
        </SelectableList>
      )}
      <Pages query={query} page={page} total={count ?? page.matches} />
    </>
  );
}

function Pages({ query, page, total }: { query: ListQuery; page: ListPage; total: number | null }) {
  const { previous, next } = page;
  return (
    <Pagination
      previousHref={previous ? listHref({ ...query, page: { before: previous } }) : undefined}
      nextHref={next ? listHref({ ...query, page: { after: next } }) : undefined}
    >
      {total === null ? `More than ${page.rows.length}` : counted(query.kind, total, COUNTED)}
    </Pagination>
  );
}

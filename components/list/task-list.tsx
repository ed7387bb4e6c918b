import { RowLinks } from '#components/shell/row-links.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { serialize } from '#components/ui/serialized.ts';
import type { FilterChip } from '#lib/list/filter-chips.ts';
import { type ListQuery, listParams, listText } from '#lib/list/list-query.ts';
import type { ListPage } from '#lib/list/list-tasks.ts';
import { taskKinds } from '#lib/record/kind.ts';
import type { View } from '#lib/saved-view/queries.ts';
import type { MayDoToMany } from './bulk-bar.tsx';
import { columnChoices } from './column-choices.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { EmptyList } from './empty-list.tsx';
import { filterData } from './filter-fields.ts';
import { FilterMenu } from './filter-menu.tsx';
import { ListPages } from './list-pages.tsx';
import { ListPreview } from './list-preview.tsx';
import { listViews } from './list-views.ts';
import { RowEditor } from './row-editor.tsx';
import { SelectableList } from './selectable-list.tsx';
import { tableData } from './table-data.ts';
import { TaskTable } from './task-table.tsx';
import { UpdatesAvailable } from './updates-available.tsx';
import { Views } from './views.tsx';

export interface TaskListProps {
  query: ListQuery;
  page: ListPage;
  /** Total number of matches, if known. */
  total: number | null;
  /** Number of records before the page; null: unknown. */
  start: number | null;
  chips: readonly FilterChip[];
  savedViews: readonly View[];
  may: MayDoToMany & { create: boolean; export: boolean; share: boolean };
  loadedAt: number;
}

/** A kind's list for the query in its address. */
export function TaskList({ query, page, total, start, chips, savedViews, may, loadedAt }: TaskListProps) {
  const { kind, words } = query;
  const { path, plural, label } = taskKinds[kind];
  const { q: _words, after: _after, before: _before, ...rest } = listParams(query);
  const exportHref = may.export ? `/api/export/${path}` : null;
  const selectable = may.export || may.assign || may.edit;

  return (
    <>
      <RowLinks />
      <PageHeader
        title={plural}
        actions={
          <>
            {exportHref && (
              <ButtonLink
                href={`${exportHref}?${listText({ ...query, page: null })}`}
                download
                icon={<Icon name="download" />}
              >
                Export CSV
              </ButtonLink>
            )}
            {may.create && (
              <ButtonLink variant="primary" href={`/workspace/${path}/new`} icon={<Icon name="plus" />}>
                {`New ${label.toLowerCase()}`}
              </ButtonLink>
            )}
          </>
        }
      />
      <Views views={serialize(listViews(query, savedViews, may.share))} />
      <div className="flex flex-wrap items-center gap-2 py-2">
        <PageSearch action={`/workspace/${path}`} defaultValue={words} params={rest} placeholder="Number or text" />
        <FilterMenu filters={serialize(filterData(query, chips))} />
        <ColumnsMenu kind={kind} {...columnChoices(kind, query.columns)} />
        {chips.map((chip) => (
          <Chip key={chip.name} label={chip.label} value={chip.value} removeHref={chip.removeHref} />
        ))}
        <div className="ml-auto">
          <UpdatesAvailable
            key={loadedAt}
            kind={kind}
            query={listText({ ...query, page: null })}
            shown={page.rows.map(({ number, version }) => `${number} ${version}`).join()}
          />
        </div>
      </div>
      {/* Also around an empty list, so that the result and *Undo* stay when the last rows leave it. */}
      <ListPreview kind={kind} empty={page.rows.length === 0}>
        <RowEditor kind={kind} mayEdit={may.edit}>
          <SelectableList kind={kind} may={may} exportHref={exportHref}>
            {page.rows.length === 0 ? (
              <EmptyList query={query} filtered={chips.length > 0} mayCreate={may.create} />
            ) : (
              <TaskTable data={serialize(tableData(query, page.rows))} selectable={selectable} />
            )}
          </SelectableList>
        </RowEditor>
      </ListPreview>
      <ListPages query={query} page={page} total={total} start={start} />
    </>
  );
}

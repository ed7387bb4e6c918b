import type { ReactNode } from 'react';
import { z } from 'zod';
import { RelationDialog } from '#components/admin/admin-table/relation-dialog.tsx';
import { RelationTable } from '#components/admin/admin-table/relation-table.tsx';
import { RowDialog } from '#components/admin/admin-table/row-dialog.tsx';
import { RowTable } from '#components/admin/admin-table/row-table.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { type TabLink, TabLinks } from '#components/ui/tab-links.tsx';
import { type AdminTableName, adminTables } from '#lib/admin-table/admin-tables.ts';
import { listRelations, listRows } from '#lib/admin-table/queries.ts';
import { type RelationName, relations } from '#lib/admin-table/relations.ts';
import type { Actor } from '#lib/platform/actor.ts';

export type ListName = AdminTableName | RelationName;

const isRelation = (name: ListName): name is RelationName => Object.hasOwn(relations, name);

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export const ListQuery = z.object({
  table: z.string().catch(''),
  q: z.string().max(200).catch(''),
  after: z.string().max(40).optional().catch(undefined),
});

/** Relations per page. */
const PAGE = 50;

/** Parameters of the previous page of relations, which are paged by offset. The first page needs no parameter. */
export function previousPage(after: string): Record<string, string> {
  const start = Number(after) - PAGE;
  return start > 0 ? { after: String(start) } : {};
}

export interface AdminTableViewProps {
  actor: Actor;
  title: string;
  meta?: ReactNode;
  path: string;
  /** The lists of the page; the first one is the default. */
  lists: readonly [ListName, ...ListName[]];
  /** Tabs for lists that are not admin tables and have their own addresses. */
  others?: readonly TabLink[];
  /** Text below a row's name, by the row's id. */
  notes?: ReadonlyMap<string, string>;
  searchParams: SearchParams;
}

/** ADM-6, ADM-7 · A page of admin tables and relations: one list at a time, with its search, rows and the dialog to add one. */
export async function AdminTableView({
  actor,
  title,
  meta,
  path,
  lists,
  others = [],
  notes,
  searchParams,
}: AdminTableViewProps) {
  const { table, q, after } = ListQuery.parse(await searchParams);
  const name = lists.find((each) => each === table) ?? lists[0];
  const hrefOf = (list: ListName, place: Record<string, string> = {}) => {
    const params = new URLSearchParams({ ...(list === lists[0] ? {} : { table: list }), ...place });
    return params.size > 0 ? `${path}?${params}` : path;
  };
  const query = { search: q, after };
  const page = isRelation(name)
    ? await listRelations(actor, name, query).then(({ rows, next }) => ({
        next,
        list: rows.length > 0 && <RelationTable relation={name} rows={rows} />,
      }))
    : await listRows(actor, name, query).then(({ rows, next }) => ({
        next,
        list: rows.length > 0 && <RowTable table={name} rows={rows} notes={notes} />,
      }));
  const place: Record<string, string> = q ? { q } : {};
  return (
    <>
      <PageHeader
        title={title}
        meta={meta}
        actions={
          <>
            <PageSearch
              action={path}
              defaultValue={q}
              placeholder="Search"
              params={name === lists[0] ? {} : { table: name }}
              key={name}
            />
            {isRelation(name) ? <RelationDialog relation={name} /> : <RowDialog table={name} />}
          </>
        }
      />
      {lists.length + others.length > 1 && (
        <TabLinks
          label={title}
          links={[
            ...lists.map((list) => ({
              href: hrefOf(list),
              label: isRelation(list) ? relations[list].plural : adminTables[list].plural,
              current: list === name,
            })),
            ...others,
          ]}
        />
      )}
      {page.list || (
        <EmptyState title={q ? 'No matching rows' : 'No rows yet'}>
          {q ? 'Search for part of a name.' : 'Add the first one.'}
        </EmptyState>
      )}
      <RowLinks />
      <Pagination
        firstHref={after && !isRelation(name) ? hrefOf(name, place) : undefined}
        previousHref={after && isRelation(name) ? hrefOf(name, { ...place, ...previousPage(after) }) : undefined}
        nextHref={page.next && hrefOf(name, { ...place, after: page.next })}
      />
    </>
  );
}

import type { ReactNode } from 'react';
import { z } from 'zod';
import { PairDialog } from '#components/admin/register/pair-dialog.tsx';
import { PairTable } from '#components/admin/register/pair-table.tsx';
import { RowDialog } from '#components/admin/register/row-dialog.tsx';
import { RowTable } from '#components/admin/register/row-table.tsx';
import { ListKeys } from '#components/shell/list-keys.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { type TabLink, TabLinks } from '#components/ui/tab-links.tsx';
import type { Actor } from '#lib/platform/actor.ts';
import { type PairName, pairs } from '#lib/register/pairs.ts';
import { listPairs, listRows } from '#lib/register/queries.ts';
import { type RegisterName, registers } from '#lib/register/registers.ts';

export type ListName = RegisterName | PairName;

const isPair = (name: ListName): name is PairName => Object.hasOwn(pairs, name);

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export const ListQuery = z.object({
  table: z.string().catch(''),
  q: z.string().max(200).catch(''),
  after: z.string().max(40).optional().catch(undefined),
});

/** As many pairs as stand on a page. */
const PAIRS = 50;

/** The place of the page before in a list of pairs, whose pages are counted off; the first one needs none. */
export function pairsBefore(after: string): Record<string, string> {
  const start = Number(after) - PAIRS;
  return start > 0 ? { after: String(start) } : {};
}

export interface RegisterViewProps {
  actor: Actor;
  title: string;
  meta?: ReactNode;
  path: string;
  /** The lists of the page; the first is shown without being asked for. */
  lists: readonly [ListName, ...ListName[]];
  /** Lists of the same page that are no registers and stand under addresses of their own. */
  others?: readonly TabLink[];
  searchParams: SearchParams;
}

/** ADM-6, ADM-7 · A page of registers: one list at a time, its search, its rows, and what adds one. */
export async function RegisterView({ actor, title, meta, path, lists, others = [], searchParams }: RegisterViewProps) {
  const { table, q, after } = ListQuery.parse(await searchParams);
  const name = lists.find((each) => each === table) ?? lists[0];
  const hrefOf = (list: ListName, place: Record<string, string> = {}) => {
    const asked = new URLSearchParams({ ...(list === lists[0] ? {} : { table: list }), ...place });
    return asked.size > 0 ? `${path}?${asked}` : path;
  };
  const asked = { search: q, after };
  const page = isPair(name)
    ? await listPairs(actor, name, asked).then(({ rows, next }) => ({
        next,
        list: rows.length > 0 && <PairTable pair={name} rows={rows} />,
      }))
    : await listRows(actor, name, asked).then(({ rows, next }) => ({
        next,
        list: rows.length > 0 && <RowTable register={name} rows={rows} />,
      }));
  const place: Record<string, string> = q ? { q } : {};
  return (
    <>
      <PageHeader
        title={title}
        meta={meta}
        actions={
          <>
            <PageSearch action={path} defaultValue={q} keep={name === lists[0] ? {} : { table: name }} key={name} />
            {isPair(name) ? <PairDialog pair={name} /> : <RowDialog register={name} />}
          </>
        }
      />
      {lists.length + others.length > 1 && (
        <TabLinks
          label={title}
          links={[
            ...lists.map((list) => ({
              href: hrefOf(list),
              label: isPair(list) ? pairs[list].plural : registers[list].plural,
              current: list === name,
            })),
            ...others,
          ]}
        />
      )}
      {page.list || (
        <EmptyState title="Nothing here.">{q ? 'Search for a part of a name.' : 'Add the first.'}</EmptyState>
      )}
      <ListKeys />
      <Pagination
        firstHref={after && !isPair(name) ? hrefOf(name, place) : undefined}
        previousHref={after && isPair(name) ? hrefOf(name, { ...place, ...pairsBefore(after) }) : undefined}
        nextHref={page.next && hrefOf(name, { ...place, after: page.next })}
      />
    </>
  );
}

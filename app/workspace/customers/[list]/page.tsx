import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CustomerTable } from '#components/customer/customer-table.tsx';
import { CustomerTabs } from '#components/customer/customer-tabs.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { customersHref, parseCustomersAddress } from '#lib/customer/address.ts';
import { customerLists, customerListsOf } from '#lib/customer/lists.ts';
import { listCustomers } from '#lib/customer/queries/list-customers.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Customers' };

export default async function CustomerListPage({ params, searchParams }: PageProps<'/workspace/customers/[list]'>) {
  const actor = await requireActor();
  const lists = customerListsOf(actor);
  const wanted = (await params).list;
  const list = lists.find((each) => each === wanted);
  if (!list) notFound();
  const query = parseCustomersAddress(await searchParams);
  const { rows, next, previous } = await listCustomers(actor, list, query);
  const path = `/workspace/customers/${list}`;

  return (
    <>
      <RowLinks />
      <PageHeader title="Customers" />
      <CustomerTabs lists={lists} current={list} />
      <div className="py-2">
        <PageSearch action={path} defaultValue={query.words} placeholder="Name" />
      </div>
      {rows.length > 0 ? (
        <CustomerTable list={list} rows={rows} />
      ) : (
        <EmptyState icon={<Icon name="search-x" />} title={`No ${customerLists[list].label.toLowerCase()} match.`}>
          Search for another name, or for a part of it.
        </EmptyState>
      )}
      <Pagination
        previousHref={previous ? customersHref(path, { words: query.words, before: previous }) : undefined}
        nextHref={next ? customersHref(path, { words: query.words, after: next }) : undefined}
      />
    </>
  );
}

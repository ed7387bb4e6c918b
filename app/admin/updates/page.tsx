import type { Metadata } from 'next';
import { UpdatesFilter } from '#components/ledger/updates-filter.tsx';
import { UpdatesTable } from '#components/ledger/updates-table.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { searchUpdates } from '#lib/ledger/queries/search-updates.ts';
import { LedgerSearch } from '#lib/ledger/schema.ts';
import { formatDays } from '#lib/list/days.ts';
import { placeText, type TimePlace } from '#lib/platform/keyset.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Updates' };

export default async function UpdatesPage({ searchParams }: PageProps<'/admin/updates'>) {
  const actor = await requireAdministrator();
  const search = LedgerSearch.parse(await searchParams);
  const { updates, newer, older } = await searchUpdates(actor, search);
  return (
    <>
      <PageHeader
        title="Updates"
        meta="Changes that rules made to other records, newest first, with emails and what was left out."
      />
      <UpdatesFilter search={search} />
      {updates.length === 0 ? (
        <EmptyState title="No matching updates">Clear a filter or use fewer words.</EmptyState>
      ) : (
        <UpdatesTable caption="Updates" updates={updates} withRecord />
      )}
      <RowLinks />
      <Pagination
        previousHref={newer ? hrefOf(search, 'before', newer) : undefined}
        nextHref={older ? hrefOf(search, 'after', older) : undefined}
      />
    </>
  );
}

function hrefOf({ days, ...search }: LedgerSearch, direction: 'before' | 'after', at: TimePlace): string {
  const { number, rule, person, failed } = search;
  const params = Object.entries({ number, rule, person, failed, days: days ? formatDays(days) : '' });
  return `/admin/updates?${new URLSearchParams([...params.filter(([, value]) => value), [direction, placeText(at)]])}`;
}

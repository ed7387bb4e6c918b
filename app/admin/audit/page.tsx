import type { Metadata } from 'next';
import { AuditFilterForm } from '#components/admin/audit-filter-form.tsx';
import { AuditTable } from '#components/admin/audit-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { AuditFilter, type Position, positionText } from '#lib/audit-log/filter.ts';
import { listAuditEntries } from '#lib/audit-log/queries.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Audit log' };

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const actor = await requireAdministrator();
  const filter = AuditFilter.parse(await searchParams);
  const { entries, newer, older } = await listAuditEntries(actor, filter);
  return (
    <>
      <PageHeader title="Audit log" meta="Changes to settings and access, newest first." />
      <AuditFilterForm filter={filter} />
      {entries.length === 0 ? (
        <EmptyState title="No matching entries">Clear a filter or use fewer words.</EmptyState>
      ) : (
        <AuditTable entries={entries} />
      )}
      <Pagination
        previousHref={newer ? hrefOf(filter, 'before', newer) : undefined}
        nextHref={older ? hrefOf(filter, 'after', older) : undefined}
      />
    </>
  );
}

function hrefOf({ action, person, subject }: AuditFilter, direction: 'before' | 'after', position: Position): string {
  const params = Object.entries({ action, person, subject }).filter(([, value]) => value);
  return `/admin/audit?${new URLSearchParams([...params, [direction, positionText(position)]])}`;
}

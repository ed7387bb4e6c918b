import type { Metadata } from 'next';
import { MailLogFilter } from '#components/mail-out/mail-log-filter.tsx';
import { MailLogTable } from '#components/mail-out/mail-log-table.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { listMails } from '#lib/mail-out/queries/mail-log.ts';
import { MailLogQuery } from '#lib/mail-out/schema.ts';
import { placeText, type TimePlace } from '#lib/platform/keyset.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Email log' };

export default async function MailLogPage({ searchParams }: PageProps<'/admin/mail'>) {
  const actor = await requireAdministrator();
  const query = MailLogQuery.parse(await searchParams);
  const { mails, newer, older } = await listMails(actor, query);
  return (
    <>
      <PageHeader title="Email log" meta="Every email in and out, newest first, with its outcome and the reason." />
      <MailLogFilter query={query} />
      {mails.length === 0 ? (
        <EmptyState title="No matching emails">Clear a filter or use fewer words.</EmptyState>
      ) : (
        <MailLogTable mails={mails} />
      )}
      <RowLinks />
      <Pagination
        previousHref={newer ? hrefOf(query, 'before', newer) : undefined}
        nextHref={older ? hrefOf(query, 'after', older) : undefined}
      />
    </>
  );
}

function hrefOf({ q, direction, status }: MailLogQuery, page: 'before' | 'after', place: TimePlace): string {
  const params = Object.entries({ q, direction, status }).filter(([, value]) => value);
  return `/admin/mail?${new URLSearchParams([...params, [page, placeText(place)]])}`;
}

import type { Metadata } from 'next';
import { AddPersonDialog } from '#components/admin/add-person-dialog.tsx';
import { UserTable } from '#components/admin/user-table.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { listUsers } from '#lib/user/queries.ts';
import { ListQuery } from '../../admin-table-view.tsx';
import { requireAdministrator } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'Consumers' };

const PATH = '/admin/accounts/consumers';

export default async function ConsumersPage({ searchParams }: PageProps<'/admin/accounts/consumers'>) {
  const actor = await requireAdministrator();
  const { q, after } = ListQuery.parse(await searchParams);
  const { users, next } = await listUsers(actor, { search: q, after, kind: 'consumer' });
  const hrefOf = (place: Record<string, string>) => `${PATH}?${new URLSearchParams({ ...(q ? { q } : {}), ...place })}`;
  return (
    <>
      <PageHeader
        title="Consumers"
        meta="External people without an account."
        back={{ href: '/admin/accounts', label: 'Accounts' }}
        actions={
          <>
            <PageSearch action={PATH} defaultValue={q} placeholder="Name or email address" />
            <AddPersonDialog />
          </>
        }
      />
      {users.length > 0 ? (
        <UserTable users={users} />
      ) : (
        <EmptyState title="No matching people">Add the first one.</EmptyState>
      )}
      <RowLinks />
      <Pagination firstHref={after && hrefOf({})} nextHref={next && hrefOf({ after: next })} />
    </>
  );
}

import type { Metadata } from 'next';
import { z } from 'zod';
import { UserTable } from '#components/admin/user-table.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { isRole } from '#lib/access/roles.ts';
import { listUsers } from '#lib/user/queries.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Users' };

const Query = z.object({
  q: z.string().max(200).catch(''),
  role: z.string().refine(isRole).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});

export default async function UsersPage({ searchParams }: PageProps<'/admin/users'>) {
  const actor = await requireAdministrator();
  const { q, role, after } = Query.parse(await searchParams);
  const { users, next } = await listUsers(actor, { search: q, role, after });
  const filter = { ...(q ? { q } : {}), ...(role ? { role } : {}) };
  const href = (place: Record<string, string>) => `/admin/users?${new URLSearchParams({ ...filter, ...place })}`;
  return (
    <>
      <PageHeader
        title="Users"
        actions={
          <>
            <PageSearch
              action="/admin/users"
              defaultValue={q}
              params={role ? { role } : {}}
              placeholder="Name or email address"
            />
            <ButtonLink href="/admin/users/new" variant="primary" icon={<Icon name="plus" />}>
              New user
            </ButtonLink>
          </>
        }
      />
      {role && (
        <div className="pb-3">
          <Chip label="Granted role" value={role} removeHref={`/admin/users?${new URLSearchParams(q ? { q } : {})}`} />
        </div>
      )}
      {users.length === 0 ? (
        <EmptyState title="No matching people">Search by a part of the name or the email address.</EmptyState>
      ) : (
        <UserTable users={users} />
      )}
      <RowLinks />
      <Pagination firstHref={after && href({})} nextHref={next && href({ after: next })} />
    </>
  );
}

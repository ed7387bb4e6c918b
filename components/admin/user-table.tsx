import { StateBadge } from '#components/ui/badge.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Link } from '#components/ui/link.tsx';
import type { listUsers } from '#lib/user/queries.ts';

type ListedUser = Awaited<ReturnType<typeof listUsers>>['users'][number];

const kinds = { internal: 'Staff', contact: 'Contact', consumer: 'Consumer' } as const;

/** ADM-6 · people with their granted roles. */
export function UserTable({ users }: { users: readonly ListedUser[] }) {
  return (
    <DataTable
      caption="Users"
      stacked
      rows={users}
      rowKey={(user) => user.id}
      columns={[
        {
          heading: 'Name',
          cellClass: 'max-md:flex-1',
          cell: (user) => (
            <Link href={`/admin/users/${user.id}`} data-row-link className="font-medium hover:underline">
              {user.name}
            </Link>
          ),
        },
        { heading: 'Email', cellClass: 'max-md:basis-full', cell: (user) => user.email },
        { heading: 'Kind', cell: (user) => kinds[user.kind] },
        { heading: 'Account', cell: (user) => user.account?.name },
        { heading: 'Granted roles', cellClass: 'md:min-w-64', cell: (user) => user.roles.join(', ') },
        {
          heading: 'Active',
          cellClass: 'max-md:-order-1',
          cell: (user) => (
            <StateBadge tone={user.active ? 'green' : 'muted'}>{user.active ? 'Active' : 'Not active'}</StateBadge>
          ),
        },
      ]}
    />
  );
}

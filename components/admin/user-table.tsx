import { StateBadge } from '#components/ui/badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { listUsers } from '#lib/user/queries.ts';

type ListedUser = Awaited<ReturnType<typeof listUsers>>['users'][number];

const kinds = { internal: 'Staff', contact: 'Contact', consumer: 'Consumer' } as const;

/** ADM-6 · people with their granted roles. */
export function UserTable({ users }: { users: readonly ListedUser[] }) {
  return (
    <Table caption="Users" stacked>
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Email</Th>
          <Th>Kind</Th>
          <Th>Account</Th>
          <Th>Granted roles</Th>
          <Th>Active</Th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <Td className="max-md:flex-1">
              <Link href={`/admin/users/${user.id}`} data-row-link className="font-medium hover:underline">
                {user.name}
              </Link>
            </Td>
            <Td className="max-md:basis-full">{user.email}</Td>
            <Td>{kinds[user.kind]}</Td>
            <Td>{user.account?.name}</Td>
            <Td className="md:min-w-64">{user.roles.join(', ')}</Td>
            <Td className="max-md:-order-1">
              <StateBadge tone={user.active ? 'green' : 'muted'}>{user.active ? 'Active' : 'Not active'}</StateBadge>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

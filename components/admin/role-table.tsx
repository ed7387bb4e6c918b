import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/link.tsx';
import type { ListedRole } from '#lib/user/role-table.ts';

/** ADM-6 · the roles, what they contain and who holds them. */
export function RoleTable({ roles }: { roles: readonly ListedRole[] }) {
  return (
    <DataTable
      caption="Roles"
      rows={roles}
      rowKey={({ name }) => name}
      columns={[
        { heading: 'Role', cellClass: 'font-medium', cell: ({ name }) => name },
        { heading: 'For', cell: ({ audience }) => (audience === 'internal' ? 'Staff' : 'Customers') },
        {
          heading: 'Contains',
          cell: ({ name, contains }) => (name === 'admin' ? 'Everything' : contains.join(', ')),
        },
        { heading: 'Included through', cell: ({ through }) => through.join(', ') },
        {
          heading: 'Granted to',
          numeric: true,
          cell: ({ name, holders }) =>
            holders === 0 ? (
              0
            ) : (
              <TextLink href={`/admin/users?${new URLSearchParams({ role: name })}`} aria-label={`${name}: ${holders}`}>
                {holders}
              </TextLink>
            ),
        },
      ]}
    />
  );
}

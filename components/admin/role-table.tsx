import { TextLink } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { ListedRole } from '#lib/user/role-table.ts';

/** ADM-6 · the roles, what they contain and who holds them. */
export function RoleTable({ roles }: { roles: readonly ListedRole[] }) {
  return (
    <Table caption="Roles">
      <thead>
        <tr>
          <Th>Role</Th>
          <Th>For</Th>
          <Th>Contains</Th>
          <Th>And through these</Th>
          <Th numeric>Granted to</Th>
        </tr>
      </thead>
      <tbody>
        {roles.map(({ name, audience, contains, through, holders }) => (
          <tr key={name}>
            <Td className="font-medium">{name}</Td>
            <Td>{audience === 'internal' ? 'Staff' : 'Customers'}</Td>
            <Td>{name === 'admin' ? 'May do everything' : contains.join(', ')}</Td>
            <Td>{through.join(', ')}</Td>
            <Td numeric>
              {holders === 0 ? (
                0
              ) : (
                <TextLink
                  href={`/admin/users?${new URLSearchParams({ role: name })}`}
                  aria-label={`${name}: ${holders}`}
                >
                  {holders}
                </TextLink>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

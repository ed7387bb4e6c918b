import { Badge } from '#components/ui/badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { ListedTechnician } from '#lib/technician/queries/technicians.ts';

/** Technicians by name, each a link to hours, days off and skills. */
export function TechnicianTable({ technicians }: { technicians: readonly ListedTechnician[] }) {
  return (
    <Table caption="Technicians">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Region</Th>
          <Th>Time zone</Th>
          <Th>Skills</Th>
          <Th>Working hours</Th>
        </tr>
      </thead>
      <tbody>
        {technicians.map(({ userId, name, region, timeZone, skills, active, hasHours }) => (
          <tr key={userId}>
            <Td className="min-w-40">
              <Link
                href={`/workspace/technicians/${userId}`}
                data-row-link
                className="mr-2 font-medium hover:underline"
              >
                {name}
              </Link>
              {!active && <Badge tone="muted">Not active</Badge>}
            </Td>
            <Td>{region}</Td>
            <Td>{timeZone.replaceAll('_', ' ')}</Td>
            <Td className="min-w-48">{skills.join(', ')}</Td>
            <Td>{hasHours ? 'Set' : 'None: no appointments are offered'}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

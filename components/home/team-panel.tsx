import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { OpenByKind, Team } from '#lib/home/teams.ts';
import { type ListQuery, listHref, listOf } from '#lib/list/list-query.ts';
import { taskKinds } from '#lib/record/kind.ts';

type Line = { name: string; counts: OpenByKind; filters: ListQuery['filters'] };

function linesOf({ id, open, pressing, unassigned, people }: Team): Line[] {
  const group = { group: [id], active: ['yes'] };
  return [
    { name: 'All', counts: open, filters: group },
    { name: 'Critical and high', counts: pressing, filters: { ...group, priority: ['1', '2'] } },
    { name: 'Unassigned', counts: unassigned, filters: { ...group, assigned: ['nobody'] } },
    ...people.map((person) => ({
      name: person.name,
      counts: person.open,
      filters: { ...group, assigned: [person.id] },
    })),
  ];
}

/** The outer cells align with the panel's title. */
const EDGES = '[&_:is(td,th):first-child]:pl-4 [&_:is(td,th):last-child]:pr-4';

/** On a phone the headings are vertical, so that the figures of every kind fit. */
const UPRIGHT = 'max-md:py-2 max-md:rotate-180 max-md:[writing-mode:vertical-rl]';

/** The active work of a group, for its manager: each figure links to the list it counts. */
export function TeamPanel({ team }: { team: Team }) {
  return (
    <Panel title={team.name} flush>
      {team.kinds.length === 0 ? (
        <p className="p-4 text-ink-muted">This group has no active records that you can see.</p>
      ) : (
        <Table caption={`Active records of ${team.name}`} className={EDGES}>
          <thead>
            <tr>
              <Th>Active</Th>
              {team.kinds.map((kind) => (
                <Th key={kind} numeric>
                  <span className={team.kinds.length > 3 ? UPRIGHT : undefined}>{taskKinds[kind].plural}</span>
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {linesOf(team).map(({ name, counts, filters }) => (
              <tr key={name}>
                <Td>{name}</Td>
                {team.kinds.map((kind) => (
                  <Td key={kind} numeric>
                    {counts[kind] ? (
                      <TextLink
                        href={listHref(listOf(kind, filters))}
                        aria-label={`${counts[kind]}: ${taskKinds[kind].plural}, ${name}`}
                      >
                        {counts[kind]}
                      </TextLink>
                    ) : (
                      <span className="text-ink-faint">0</span>
                    )}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

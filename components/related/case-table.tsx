import { RecordPriority } from '#components/task/record-priority.tsx';
import { RecordState } from '#components/task/record-state.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { CustomerCases as Cases, CustomerCase } from '#lib/related/queries/customer-cases.ts';
import { RemoveLink } from './remove-link.tsx';

type RowProps = Pick<Cases, 'link' | 'updates'> & { theCase: CustomerCase; number: string };

function Row({ theCase, number, ...tie }: RowProps) {
  const { seen, state, mayRemove } = theCase;
  return (
    <tr>
      <Td>
        {seen ? (
          <TextLink href={seen.href} className="record-number">
            {theCase.number}
          </TextLink>
        ) : (
          <span className="record-number">{theCase.number}</span>
        )}
      </Td>
      <Td>
        <RecordState state={state} />
      </Td>
      <Td className="wrap-anywhere">{seen?.title}</Td>
      <Td>{seen && <RecordPriority {...seen.priority} />}</Td>
      <Td>{seen?.customer}</Td>
      <Td>{seen && <RelativeTime at={seen.updatedAt} />}</Td>
      <Td>
        {mayRemove && (
          <RemoveLink
            title={`Remove ${theCase.number}`}
            {...tie}
            stays={theCase.stays}
            caseNumber={theCase.number}
            number={number}
          />
        )}
      </Td>
    </tr>
  );
}

/** REL-14 · The cases of a record that stand on one page of its tab. */
export function CaseTable({ number, cases: { link, tab, cases, updates } }: { number: string; cases: Cases }) {
  return (
    <Table caption={tab}>
      <thead>
        <tr>
          <Th>Number</Th>
          <Th>State</Th>
          <Th>Short description</Th>
          <Th>Priority</Th>
          <Th>Customer</Th>
          <Th>Updated</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {cases.map((theCase) => (
          <Row key={theCase.number} theCase={theCase} number={number} link={link} updates={updates} />
        ))}
      </tbody>
    </Table>
  );
}

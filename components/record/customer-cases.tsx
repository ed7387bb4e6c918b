import { EmptyState } from '#components/ui/empty-state.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th, Tr } from '#components/ui/table.tsx';
import type { CustomerCases as Cases, CustomerCase } from '#lib/related/queries/customer-cases.ts';
import { AddCase } from './add-case.tsx';
import { RemoveLink } from './remove-link.tsx';
import { RecordPriority, RecordState } from './state.tsx';

function Row({ theCase, number, link }: { theCase: CustomerCase; number: string; link: Cases['link'] }) {
  const { seen, state, mayRemove } = theCase;
  return (
    <Tr>
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
          <RemoveLink title={`Remove ${theCase.number}`} link={link} caseNumber={theCase.number} number={number} />
        )}
      </Td>
    </Tr>
  );
}

/** How the address names the tab: customer-cases. */
export const tabOf = ({ tab }: Pick<Cases, 'tab'>) => tab.toLowerCase().replaceAll(' ', '-');

/** REL-14 · The cases of a record; who may not read cases sees their numbers and states (spec 10). */
export function CustomerCases({
  number,
  path,
  after,
  cases: given,
}: {
  number: string;
  path: string;
  after: string | null;
  cases: Cases;
}) {
  const { link, tab, cases, next, mayAdd, count } = given;
  const here = `${path}?tab=${tabOf(given)}`;
  const add = mayAdd && <AddCase link={link} number={number} />;
  if (count === 0)
    return (
      <EmptyState title={`No ${tab.toLowerCase()}`} action={add}>
        Cases that have {number} hear of its state, comments and resolution.
      </EmptyState>
    );
  return (
    <>
      {add && <div className="mb-3">{add}</div>}
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
            <Row key={theCase.number} theCase={theCase} number={number} link={link} />
          ))}
        </tbody>
      </Table>
      <Pagination {...(after ? { previousHref: here } : {})} {...(next ? { nextHref: `${here}&after=${next}` } : {})}>
        {count === 1 ? '1 case' : `${count.toLocaleString('en')} cases`}
      </Pagination>
    </>
  );
}

import type { ReactNode } from 'react';
import { RemoveChild } from '#components/major-case/remove-child.tsx';
import { RecordPriority } from '#components/record/record-priority.tsx';
import { RecordState } from '#components/record/record-state.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Td } from '#components/ui/table.tsx';
import type { CaseLink, CustomerCase } from '#lib/related/queries/customer-cases.ts';
import { RemoveLink } from './remove-link.tsx';

interface CaseRowProps {
  theCase: CustomerCase;
  number: string;
  tie: CaseLink | null;
  /** A checkbox, if bulk actions exist. */
  select: ReactNode;
}

/** REL-14 · A case in a record's list of cases. */
export function CaseRow({ theCase, number, tie, select }: CaseRowProps) {
  const { seen, state, mayRemove } = theCase;
  return (
    <tr>
      <Td>
        <span className="flex items-center gap-2">
          {select}
          <NumberLink number={theCase.number} href={seen?.href} />
        </span>
      </Td>
      <Td data-label="State">
        <RecordState state={state} />
      </Td>
      <Td className="wrap-anywhere">{seen?.title}</Td>
      <Td data-label="Priority">{seen && <RecordPriority {...seen.priority} />}</Td>
      <Td data-label="Customer">
        {theCase.isMajor ? <span className="text-ink-muted">Major case</span> : seen?.customer}
      </Td>
      <Td data-label="Updated">{seen && <RelativeTime at={seen.updatedAt} />}</Td>
      <Td>
        {!tie && mayRemove && <RemoveChild number={number} caseNumber={theCase.number} />}
        {tie && mayRemove && (
          <RemoveLink
            title={`Remove ${theCase.number}`}
            link={tie.link}
            updates={tie.updates}
            stays={theCase.stays}
            source={{ kind: 'case', number: theCase.number }}
            number={number}
          />
        )}
      </Td>
    </tr>
  );
}

import type { PortalCaseRow } from '#lib/portal/queries/portal-cases.ts';
import { CaseAbout } from './case-about.tsx';
import { dateTime, type PortalReader } from './reader.ts';
import { RowHead } from './row-head.tsx';
import { StepBadge } from './step-badge.tsx';

/** POR-2 · A list of cases: subject, progress, last change. */
export function CaseRows({ cases, reader }: { cases: readonly PortalCaseRow[]; reader: PortalReader }) {
  const { say } = reader;
  return (
    <ul className="divide-y">
      {cases.map((theCase) => (
        <li key={theCase.number} className="relative grid gap-1 px-4 py-3 hover:bg-sunken">
          <RowHead
            href={`/portal/cases/${theCase.number}`}
            title={theCase.shortDescription}
            badge={<StepBadge theCase={theCase} say={say} />}
            coversRow
          />
          <CaseAbout theCase={theCase} reader={reader} />
          <p className="text-sm text-ink-muted">
            <span className="record-number">{theCase.number}</span> ·{' '}
            {say('list.updated', { when: dateTime(theCase.updatedAt, reader) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

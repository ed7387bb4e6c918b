import { Link } from '#components/ui/link.tsx';
import type { PortalCaseRow } from '#lib/portal/queries/portal-cases.ts';
import { CaseAbout } from './case-about.tsx';
import { moment, type PortalReader } from './reader.ts';
import { StepBadge } from './step-badge.tsx';

/** POR-2 · A list of cases: subject, progress, last change. */
export function CaseRows({ cases, reader }: { cases: readonly PortalCaseRow[]; reader: PortalReader }) {
  const { say } = reader;
  return (
    <ul className="divide-y">
      {cases.map((theCase) => (
        <li key={theCase.number} className="relative grid gap-1 px-4 py-3 hover:bg-sunken">
          <div className="flex items-start gap-x-3 gap-y-1 max-[22rem]:flex-wrap">
            <Link
              href={`/portal/cases/${theCase.number}`}
              className="min-w-0 flex-1 font-medium max-[22rem]:basis-48 wrap-anywhere after:absolute after:inset-0"
            >
              {theCase.shortDescription}
            </Link>
            <StepBadge theCase={theCase} say={say} />
          </div>
          <CaseAbout theCase={theCase} reader={reader} />
          <p className="text-sm text-ink-muted">
            <span className="record-number">{theCase.number}</span> ·{' '}
            {say('list.updated', { when: moment(theCase.updatedAt, reader) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

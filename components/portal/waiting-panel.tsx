import { ButtonLink } from '#components/ui/button-link.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { closesAt } from '#lib/portal/closes-at.ts';
import type { PortalApproval } from '#lib/portal/queries/portal-approvals.ts';
import type { PortalCaseRow } from '#lib/portal/queries/portal-cases.ts';
import type { VisitToChoose } from '#lib/portal/queries/portal-orders.ts';
import { ApprovalList } from './approval-list.tsx';
import { CaseAbout } from './case-about.tsx';
import { CaseAnswer } from './case-answer.tsx';
import { day, type PortalReader } from './reader.ts';
import { VisitsToChoose } from './visits-to-choose.tsx';

interface WaitingPanelProps {
  approvals: readonly PortalApproval[];
  visits: readonly VisitToChoose[];
  cases: readonly PortalCaseRow[];
  /** The total number, of which the first are shown. */
  count: number;
  /** Number of days after which a solution counts as accepted. */
  days: number;
  reader: PortalReader;
}

/** POR-15 · Everything that needs the reader's answer, answered right here. */
export function WaitingPanel({ approvals, visits, cases, count, days, reader }: WaitingPanelProps) {
  const { say } = reader;
  const shown = cases.length + approvals.length + visits.length;
  return (
    <section aria-labelledby="waits" className="min-w-0 rounded-md border border-customer-line bg-customer">
      <div className="flex min-h-11 items-center gap-2 border-b border-customer-line px-4">
        <h2 id="waits" className="font-semibold">
          {say('home.waits')}
        </h2>
        {count > 0 && <span className="rounded-md bg-accent px-2 text-sm font-semibold text-on-accent">{count}</span>}
        {count > shown && (
          <TextLink href="/portal/lists?list=action" className="ml-auto">
            {say('home.waits.all', { count })}
          </TextLink>
        )}
      </div>
      {shown === 0 && <p className="px-4 py-4 text-ink-muted">{say('home.nothing-waits')}</p>}
      {approvals.length > 0 && (
        <div className="border-customer-line not-last:border-b">
          <ApprovalList approvals={approvals} heading="h3" reader={reader} />
        </div>
      )}
      {visits.length > 0 && (
        <div className="border-customer-line not-last:border-b">
          <VisitsToChoose visits={visits} heading="h3" reader={reader} />
        </div>
      )}
      <ul className="divide-y divide-customer-line">
        {cases.map((theCase) => (
          <li key={theCase.number} className="grid gap-2 px-4 py-3">
            <h3 className="text-lg font-semibold">
              {say(theCase.state === 'resolved' ? 'home.solved' : 'home.asked')}
            </h3>
            <Waiting theCase={theCase} days={days} reader={reader} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ theCase, days, reader }: { theCase: PortalCaseRow; days: number; reader: PortalReader }) {
  const { say } = reader;
  const { number, state, waitsSince } = theCase;
  const address = `/portal/cases/${number}`;
  const closes = closesAt(state, waitsSince, days);
  return (
    <>
      <p className="font-medium wrap-anywhere">{theCase.shortDescription}</p>
      <CaseAbout theCase={theCase} reader={reader} />
      {state === 'resolved' ? (
        <CaseAnswer number={number} say={say} />
      ) : (
        <div>
          <ButtonLink href={address} variant="primary" className="min-h-11">
            {say('home.answer')}
          </ButtonLink>
        </div>
      )}
      <p className="text-sm text-ink-muted">
        {closes && `${say('home.closes', { date: day(closes, reader) })} `}
        <TextLink href={address} className="underline" aria-label={`${say('home.read')}: ${theCase.shortDescription}`}>
          {say('home.read')}
        </TextLink>
      </p>
    </>
  );
}

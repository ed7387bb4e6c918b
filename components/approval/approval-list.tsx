import { RecordPriority } from '#components/record/record-priority.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { type Fact, Facts } from '#components/ui/facts.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { ApprovalSubject } from '#lib/approval/approval-subject.ts';
import type { ApprovalRow } from '#lib/approval/queries/approvals.ts';
import { amount } from '#lib/platform/money.ts';
import { AnswerButtons } from './answer-buttons.tsx';

function Window({ plannedStart, plannedEnd }: Pick<ApprovalSubject, 'plannedStart' | 'plannedEnd'>) {
  return (
    <>
      {plannedStart && <ExactTime at={plannedStart} />}
      {plannedEnd && (
        <>
          {' to '}
          <ExactTime at={plannedEnd} />
        </>
      )}
    </>
  );
}

function factsOf({ record, stage, requestedAt }: ApprovalRow): Fact[] {
  const { requester, customer, priceCents, quantity, plannedStart, plannedEnd, risk, priority } = record;
  const pieces = quantity !== null && quantity > 1 ? ` for ${quantity}` : '';
  const items: Fact[] = [
    { term: 'Priority', detail: <RecordPriority {...priority} /> },
    { term: 'Requested by', detail: requester },
    { term: 'Customer', detail: customer },
    { term: 'Price', detail: priceCents === null ? null : `${amount(priceCents)}${pieces}` },
    { term: 'Planned', detail: (plannedStart ?? plannedEnd) ? <Window {...{ plannedStart, plannedEnd }} /> : null },
    { term: 'Risk', detail: risk },
    { term: 'Stage', detail: stage },
    { term: 'Requested', detail: <RelativeTime at={requestedAt} /> },
  ];
  return items.filter(({ detail }) => detail !== null);
}

/** CHG-1, REQ-1 · The approvals that wait for the user, with all details needed to decide. */
export function ApprovalList({ approvals }: { approvals: readonly ApprovalRow[] }) {
  return (
    <ul aria-label="Waiting for me">
      {approvals.map((approval) => {
        const { number, href, title, texts } = approval.record;
        return (
          <li key={approval.id} className="grid gap-2 border-b p-4 last:border-b-0">
            <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
              <p className="min-w-0 flex-1 basis-60 font-medium wrap-anywhere">
                <NumberLink number={number} href={href} data-row-link /> <bdi>{title}</bdi>
              </p>
              <AnswerButtons approvalId={approval.id} number={number} mine={approval.mine} />
            </div>
            <Facts inline items={factsOf(approval)} />
            {texts.length > 0 && (
              <dl className="grid gap-1 text-sm">
                {texts.map(({ label, text }) => (
                  <div key={label}>
                    <dt className="text-ink-faint">{label}</dt>
                    <dd dir="auto" title={text} className="line-clamp-6 max-w-prose whitespace-pre-line wrap-anywhere">
                      {text}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        );
      })}
    </ul>
  );
}

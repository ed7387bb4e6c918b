import { amount } from '#lib/platform/money.ts';
import type { PortalApproval } from '#lib/portal/queries/portal-approvals.ts';
import { answerOwnApprovalAction } from '#lib/portal/requests/actions.ts';
import { AcceptOrReject } from './accept-or-reject.tsx';
import { dateTime, dateTimeInZone, type PortalReader } from './reader.ts';

interface ApprovalListProps {
  approvals: readonly PortalApproval[];
  /** Heading level of each approval: one below the list's heading. */
  heading: 'h2' | 'h3';
  reader: PortalReader;
}

/** POR-7 · Each approval with the details needed to decide, and its answer buttons. */
export function ApprovalList({ approvals, heading: Heading, reader }: ApprovalListProps) {
  const { say } = reader;
  const words = {
    accept: say('approvals.approve'),
    reject: say('approvals.reject'),
    reason: say('approvals.reason'),
    send: say('approvals.reject.send'),
    accepted: say('done.approved'),
    rejected: say('done.not-approved'),
    lost: say('answer.lost'),
  };
  return (
    <ul className="divide-y divide-customer-line">
      {approvals.map((approval) => (
        <li key={approval.id} className="grid gap-2 px-4 py-3">
          <Heading className="text-lg font-semibold">{say(`approvals.${approval.about}`)}</Heading>
          <About approval={approval} reader={reader} />
          <AcceptOrReject
            action={answerOwnApprovalAction}
            name={`approval ${approval.id}`}
            draftName={`reason of approval ${approval.id}`}
            accept={{ approvalId: approval.id, answer: 'approved' }}
            reject={{ approvalId: approval.id, answer: 'rejected' }}
            about={approval.title}
            words={words}
          />
        </li>
      ))}
    </ul>
  );
}

function About({ approval, reader }: { approval: PortalApproval; reader: PortalReader }) {
  const { say } = reader;
  const { title, description, quantity, priceCents, requestedBy, plannedStart, plannedEnd, askedAt } = approval;
  const requestedAt = dateTime(askedAt, reader);
  return (
    <>
      <p className="font-medium wrap-anywhere">{title}</p>
      {description !== '' && <p className="whitespace-pre-wrap wrap-anywhere">{description}</p>}
      {quantity !== null && priceCents !== null && (
        <p>{say('approvals.pieces', { count: quantity, price: amount(priceCents) })}</p>
      )}
      {plannedStart && plannedEnd && (
        <p>
          {say('approvals.when', {
            from: dateTimeInZone(plannedStart, reader),
            until: dateTimeInZone(plannedEnd, reader),
          })}
        </p>
      )}
      <p className="text-sm text-ink-muted">
        {requestedBy
          ? say('approvals.for', { name: requestedBy, when: requestedAt })
          : say('approvals.asked', { when: requestedAt })}
      </p>
    </>
  );
}

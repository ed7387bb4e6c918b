import { clsx } from 'clsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import type { ApprovalRow } from '#lib/approval/queries/approvals.ts';
import { AnswerButtons } from './answer-buttons.tsx';

/** CHG-1, REQ-1 · On a record's page: asks the user to approve or reject. An open dialog outlives the request. */
export function ApprovalNotice({ approval: { id, record, stage, requestedAt, mine } }: { approval: ApprovalRow }) {
  return (
    <div
      className={clsx(
        mine && 'mb-4 flex flex-wrap items-center gap-2 rounded-md bg-tone-blue-soft px-3 py-2 text-tone-blue',
      )}
    >
      {mine && (
        <p className="min-w-0 flex-1 basis-60">
          <strong className="font-medium">{stage}: your approval is requested.</strong> Since{' '}
          <ExactTime at={requestedAt} />
        </p>
      )}
      <AnswerButtons approvalId={id} number={record.number} mine={mine} />
    </div>
  );
}

import { DraftScope } from '#components/ui/drafts/draft-scope.tsx';
import { answerSolutionAction } from '#lib/portal/actions.ts';
import type { Say } from '#lib/words/words.ts';
import { AcceptOrReject, type MailedAnswer } from './accept-or-reject.tsx';

/** CASE-3 · The buttons that answer a proposed solution, on any page; the draft is stored per case. */
export function CaseAnswer({ number, mailed, say }: { number: string; mailed?: MailedAnswer; say: Say }) {
  return (
    <DraftScope scope={number}>
      <AcceptOrReject
        action={answerSolutionAction}
        name="answer"
        draftName="reason"
        accept={{ number, answer: 'accept' }}
        reject={{ number, answer: 'reject' }}
        mailed={mailed}
        words={{
          accept: say('case.accept'),
          reject: say('case.reject'),
          reason: say('case.reject.reason'),
          send: say('case.reject.send'),
          accepted: say('done.accepted'),
          rejected: say('done.rejected'),
          lost: say('answer.lost'),
        }}
      />
    </DraftScope>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { startRunAction } from '#lib/customer-messages/actions.ts';
import type { Recipients } from '#lib/customer-messages/recipients.ts';
import { countedPeople } from '#lib/customer-messages/rules/started-message.ts';
import { listed } from '#lib/platform/listed.ts';
import { counted } from '#lib/record/counted.ts';
import { MessageField } from './message-field.tsx';
import type { NotifyCustomersProps } from './notify-customers.tsx';
import { PreviewAs } from './preview-as.tsx';
import { RecipientList } from './recipient-list.tsx';

/** NOT-1, NOT-2, NOT-5 · Writes to the customers of many cases; first shows the recipients, and who is left out and why. */
export function NotifyDialog({ onClose, onSent, ...props }: NotifyCustomersProps & { onClose: () => void }) {
  const { source, caseNumbers } = props;
  const [text, setText] = useDraftText('notify customers');
  const { data, error, isFetching, refetch } = useRecipients(props);
  const whom = { ...source, ...(caseNumbers ? { caseNumbers: [...caseNumbers] } : {}) };
  const which = caseNumbers ? counted('case', caseNumbers.length) : 'all cases';
  return (
    <ActionDialog
      size="l"
      title="Notify Customers"
      verb={
        data ? `Send to ${data.people.toLocaleString('en')} ${data.people === 1 ? 'customer' : 'customers'}` : 'Send'
      }
      description={`One message to the customers of ${which} of ${source.number}: a comment in each open case, and an email to each person.`}
      onClose={onClose}
      disabled={!data || data.cases === 0}
      action={startRunAction}
      input={{ ...whom, text }}
      once="notify customers"
      onDiscard={() => setText('')}
      onDone={onSent}
    >
      {(errors) => (
        <>
          {data && <RecipientNotices recipients={data} number={source.number} />}
          <div className="grid gap-x-5 gap-y-4 sm:grid-cols-[minmax(0,1fr)_19rem]">
            <div className="grid content-start gap-3">
              <MessageField text={text} onChange={setText} error={errors.text} templates={data?.templates ?? []} />
              <PreviewAs whom={whom} text={text} recipients={data?.reachable ?? []} />
            </div>
            <div>
              {data && <RecipientList recipients={data} />}
              {error && !data && !isFetching && (
                <LoadFailed error={error} onRetry={() => void refetch()}>
                  Couldn't load the recipients.
                </LoadFailed>
              )}
              {isFetching && !data && <SkeletonRows rows={6} label="Loading the recipients" />}
            </div>
          </div>
        </>
      )}
    </ActionDialog>
  );
}

/** NOT-1 · The recipients of a message, requested when the dialog opens. */
function useRecipients({ source, caseNumbers }: NotifyCustomersProps) {
  const params = new URLSearchParams({ ...source, ...(caseNumbers ? { caseNumbers: caseNumbers.join() } : {}) });
  return useQuery({
    queryKey: ['notify-recipients', params.toString()],
    queryFn: ({ signal }) => fetchJson<Recipients>(`/api/notify-customers/recipients?${params}`, signal),
    gcTime: 0,
    retry: false,
  });
}

/** NOT-1, NOT-2, NOT-7 · Notices before sending: number of recipients, who is left out, who received a message just now. */
function RecipientNotices({ recipients, number }: { recipients: Recipients; number: string }) {
  const { cases, people, leftOut, over, overCount, notifiedRecently, quietMinutes, waits } = recipients;
  return (
    <div className="mb-4 grid gap-2">
      <p role="status" className="font-medium">
        {cases === 0
          ? 'None of the cases is open: no one would be notified.'
          : `${counted('case', cases)}, ${countedPeople(people)}${leftOut > 0 ? `; ${leftOut.toLocaleString('en')} cannot be written to` : ''}.`}
      </p>
      {overCount > 0 && (
        <p className="text-sm text-ink-muted wrap-anywhere">
          Left out because they are closed: {listed(over, overCount)}
        </p>
      )}
      {notifiedRecently > 0 && (
        <Banner tone="warning" rule="NOT-7">
          {countedPeople(notifiedRecently)} {notifiedRecently === 1 ? 'was' : 'were'} notified about {number} within the
          last {quietMinutes} minutes.
        </Banner>
      )}
      {waits && (
        <Banner tone="info" rule="NOT-7">
          Someone else has to confirm this message before it is sent.
        </Banner>
      )}
    </div>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { startRunAction } from '#lib/customer-messages/actions.ts';
import type { Recipients } from '#lib/customer-messages/recipients.ts';
import { counted } from '#lib/record/counted.ts';
import { MessageField } from './message-field.tsx';
import type { NotifyCustomersProps } from './notify-customers.tsx';
import { PreviewAs } from './preview-as.tsx';
import { RecipientList } from './recipient-list.tsx';
import { RecipientNotices } from './recipient-notices.tsx';

/** NOT-1, NOT-2, NOT-5 · Writes to the customers of many cases; first shows the recipients, and who is left out and why. */
export function NotifyDialog({ onClose, onSent, ...props }: NotifyCustomersProps & { onClose: () => void }) {
  const { source, caseNumbers } = props;
  const [text, setText] = useKeptText('notify customers');
  const { data, error, isFetching, refetch } = useRecipients(props);
  const { run, pending, refused, errors } = useAction(startRunAction, {
    once: 'notify customers',
    onDone: () => {
      setText('');
      onClose();
      onSent?.();
    },
  });
  const whom = { ...source, ...(caseNumbers ? { caseNumbers: [...caseNumbers] } : {}) };
  const which = caseNumbers ? counted('case', caseNumbers.length) : 'all cases';
  return (
    <DialogForm
      size="l"
      title="Notify Customers"
      verb={
        data ? `Send to ${data.people.toLocaleString('en')} ${data.people === 1 ? 'customer' : 'customers'}` : 'Send'
      }
      description={`One message to the customers of ${which} of ${source.number}: a comment in each open case, and an email to each person.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      disabled={!data || data.cases === 0}
      onSubmit={() => run({ ...whom, text })}
      onCancel={() => setText('')}
    >
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
    </DialogForm>
  );
}

/** NOT-1 · The recipients of a message, requested when the dialog opens. */
function useRecipients({ source, caseNumbers }: NotifyCustomersProps) {
  const asked = new URLSearchParams({ ...source, ...(caseNumbers ? { caseNumbers: caseNumbers.join() } : {}) });
  return useQuery({
    queryKey: ['notify-recipients', asked.toString()],
    queryFn: ({ signal }) => fetchJson<Recipients>(`/api/notify-customers/recipients?${asked}`, signal),
    gcTime: 0,
    retry: false,
  });
}

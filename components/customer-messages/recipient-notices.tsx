import { Banner } from '#components/ui/banner.tsx';
import type { Recipients } from '#lib/customer-messages/recipients.ts';
import { countedPeople } from '#lib/customer-messages/rules/started-message.ts';
import { listed } from '#lib/platform/listed.ts';
import { counted } from '#lib/record/counted.ts';

/** NOT-1, NOT-2, NOT-7 · Notices before sending: number of recipients, who is left out, who received a message just now. */
export function RecipientNotices({ recipients, number }: { recipients: Recipients; number: string }) {
  const { cases, people, leftOut, over, overCount, toldJustNow, quietMinutes, waits } = recipients;
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
      {toldJustNow > 0 && (
        <Banner tone="warning" rule="NOT-7">
          {countedPeople(toldJustNow)} {toldJustNow === 1 ? 'was' : 'were'} told about {number} within the last{' '}
          {quietMinutes} minutes.
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

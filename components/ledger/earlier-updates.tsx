import { ExactTime } from '#components/ui/exact-time.tsx';
import type { EarlierUpdates as Earlier } from '#lib/ledger/queries/earlier-updates.ts';
import { MailList, RuleList } from './figures.tsx';

/** SYNC-6 · Totals of updates that are no longer stored individually. */
export function EarlierUpdates({ earlier: { count, until, rules, mails } }: { earlier: Earlier }) {
  return (
    <section aria-label="Earlier updates" className="grid gap-2 border-t border-line pt-3 text-sm">
      <h3 className="font-medium">
        {count === 1 ? '1 earlier update' : `${count.toLocaleString('en')} earlier updates`}, until{' '}
        <ExactTime at={until} dateOnly />
      </h3>
      <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_8rem]">
        <RuleList rules={rules} />
        <MailList mails={mails} />
      </div>
    </section>
  );
}

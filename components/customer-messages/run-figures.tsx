import { Facts } from '#components/ui/facts.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { RunProgress } from '#lib/customer-messages/progress.ts';

const figure = (count: number, what: string) => (count > 0 ? [`${count.toLocaleString('en')} ${what}`] : []);

/** NOT-3 · Progress of a message: counts of cases, people and emails, with a bar until all are done. */
export function RunFigures({ run: { state, cases, people, mails } }: { run: RunProgress }) {
  const all = cases.queued + cases.told + people.queued + people.mailed;
  const done = cases.told + people.mailed - mails.queued - mails.stopped;
  const told = [
    `${cases.told.toLocaleString('en')} of ${(cases.told + cases.queued).toLocaleString('en')} notified`,
    ...figure(cases.skipped, 'left out'),
  ];
  const reached = [
    `${people.mailed.toLocaleString('en')} of ${(people.mailed + people.queued).toLocaleString('en')}`,
    ...figure(people.skipped, 'left out'),
  ];
  const emails = [
    ...figure(mails.queued, 'queued'),
    ...figure(mails.stopped, 'stopped'),
    ...figure(mails.sent, 'sent'),
    ...figure(mails.failed, 'failed'),
    ...figure(mails.suppressed, 'held back'),
  ];
  return (
    <div className="grid gap-1.5">
      {(state === 'running' || state === 'stopped' || mails.queued > 0) && all > 0 && (
        <ProgressBar value={done} max={all} />
      )}
      <Facts
        inline
        items={[
          { term: 'Cases', detail: told.join(', ') },
          { term: 'People', detail: reached.join(', ') },
          { term: 'Emails', detail: emails.join(', ') || 'None yet' },
        ]}
      />
    </div>
  );
}

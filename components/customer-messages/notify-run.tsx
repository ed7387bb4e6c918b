'use client';

import { StateBadge, type Tone } from '#components/ui/badge.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import type { RunProgress } from '#lib/customer-messages/progress.ts';
import { listed } from '#lib/platform/listed.ts';
import { RunButtons } from './run-buttons.tsx';

const states: Readonly<Record<RunProgress['state'], { tone: Tone; label: string }>> = {
  waiting: { tone: 'amber', label: 'Waiting for confirmation' },
  running: { tone: 'blue', label: 'Sending' },
  stopped: { tone: 'amber', label: 'Stopped' },
  done: { tone: 'green', label: 'Sent' },
};

function stateOf({ state, mails }: RunProgress): { tone: Tone; label: string } {
  if (state !== 'done') return states[state];
  if (mails.failed > 0) return { tone: 'red', label: mails.sent > 0 ? 'Sent in part' : 'Not sent' };
  if (mails.queued > 0) return { tone: 'blue', label: 'Sending emails' };
  return mails.sent > 0 ? states.done : { tone: 'grey', label: 'No email sent' };
}

/** NOT-3, NOT-7 · A message: its text, sender, progress, who was left out and why, and the available actions. */
export function NotifyRun({ run }: { run: RunProgress }) {
  const { tone, label } = stateOf(run);
  return (
    <article aria-label={`Message by ${run.sender}`} className="grid gap-2 rounded-md border p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadge tone={tone}>{label}</StateBadge>
        <span className="text-sm text-ink-muted">
          {run.sender} · <RelativeTime at={run.createdAt} />
          {run.confirmedBy && ` · confirmed by ${run.confirmedBy}`}
        </span>
        <div className="ml-auto flex flex-wrap gap-2">
          <RunButtons run={run} />
        </div>
      </div>
      <div className="line-clamp-6 wrap-anywhere">
        <RichText html={run.html} />
      </div>
      {run.state === 'waiting' && !run.may.confirm && (
        <p className="text-sm text-ink-muted">No one is notified before a second person confirms it.</p>
      )}
      <RunFigures run={run} />
      <RunReasons run={run} />
    </article>
  );
}

/** NOT-3 · Who was left out of a message and why, and which emails failed. */
function RunReasons({ run: { leftOut, failed, mails } }: { run: RunProgress }) {
  if (leftOut.length === 0 && failed.length === 0) return null;
  return (
    <details className="group text-sm" open={failed.length > 0}>
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1 text-ink-muted">
        <Icon name="chevron-right" className="size-4 group-open:rotate-90" />
        Left out or failed
      </summary>
      <ul className="mt-1 grid gap-1 pl-5 wrap-anywhere">
        {leftOut.map(({ reason, count, names }) => (
          <li key={reason}>
            <span className="text-ink-muted">{`${reason[0]?.toUpperCase()}${reason.slice(1)}: `}</span>
            {listed(names, count)}
          </li>
        ))}
        {failed.map(({ name, address, error }) => (
          <li key={address}>
            <span className="text-tone-red">Failed: </span>
            {name} ({address}): {error}
          </li>
        ))}
        {mails.failed > failed.length && <li>and {(mails.failed - failed.length).toLocaleString('en')} more failed</li>}
      </ul>
    </details>
  );
}

const figure = (count: number, what: string) => (count > 0 ? [`${count.toLocaleString('en')} ${what}`] : []);

/** NOT-3 · Progress of a message: counts of cases, people and emails, with a bar until all are done. */
function RunFigures({ run: { state, cases, people, mails } }: { run: RunProgress }) {
  const all = cases.queued + cases.told + people.queued + people.mailed;
  const done = cases.told + people.mailed - mails.queued - mails.stopped;
  const caseCounts = [
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
          { term: 'Cases', detail: caseCounts.join(', ') },
          { term: 'People', detail: reached.join(', ') },
          { term: 'Emails', detail: emails.join(', ') || 'None yet' },
        ]}
      />
    </div>
  );
}

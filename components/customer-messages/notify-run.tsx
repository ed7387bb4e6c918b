'use client';

import { StateBadge, type Tone } from '#components/ui/badge.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import type { RunProgress } from '#lib/customer-messages/progress.ts';
import { RunButtons } from './run-buttons.tsx';
import { RunFigures } from './run-figures.tsx';
import { RunReasons } from './run-reasons.tsx';

const states: Readonly<Record<RunProgress['state'], { tone: Tone; label: string }>> = {
  waiting: { tone: 'amber', label: 'Waits for confirmation' },
  running: { tone: 'blue', label: 'On its way' },
  stopped: { tone: 'amber', label: 'Stopped' },
  done: { tone: 'green', label: 'Sent' },
};

function stateOf({ state, mails }: RunProgress): { tone: Tone; label: string } {
  if (state !== 'done') return states[state];
  if (mails.failed > 0) return { tone: 'red', label: mails.sent > 0 ? 'Sent in part' : 'Not sent' };
  if (mails.queued > 0) return { tone: 'blue', label: 'Emails on their way' };
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

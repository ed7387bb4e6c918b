import { ExactTime } from '#components/ui/exact-time.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { statusLabel } from '#lib/mail-out/mail-status.ts';
import type { GivenAnswer } from '#lib/mail-out/queries/mailbox.ts';

/** MAIL-1 · The replies to an email in the built-in mailbox, and their results. */
export function SentAnswers({ answers }: { answers: readonly GivenAnswer[] }) {
  return (
    <Panel title="Sent" className="mt-4 max-w-4xl">
      <ol className="grid gap-3">
        {answers.map(({ id, at, text, outcome }) => (
          <li key={id}>
            <p className="text-sm text-ink-muted">
              <ExactTime at={at} />, {statusLabel(outcome).toLowerCase()}
            </p>
            <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

import { Icon } from '#components/ui/icon.tsx';
import type { RunProgress } from '#lib/customer-messages/progress.ts';
import { listed } from '#lib/platform/listed.ts';

/** NOT-3 · Who was left out of a message and why, and which emails failed. */
export function RunReasons({ run: { leftOut, failed, mails } }: { run: RunProgress }) {
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

import { Badge } from '#components/ui/badge.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';
import { type MailFailure, mailFailure } from '#lib/mail-out/rules/mail-failure.ts';

/** IMP-1, IMP-2 · The result of the messages to a customer. A message that reached nobody does not count, and says why. */
export function ImpactMessage({ message }: Pick<ImpactRow, 'message'>) {
  if (!message) return null;
  if (message.is === 'sent')
    return (
      <Badge tone="green" icon={<Icon name="check" />}>
        Sent
      </Badge>
    );
  if (message.is === 'queued') return <Badge tone="blue">Sending</Badge>;
  return (
    <>
      <Badge tone="red" icon={<Icon name="triangle-alert" />}>
        Not sent
      </Badge>
      {message.because && <WhyNotSent {...mailFailure(message.because)} />}
    </>
  );
}

/** MAIL-2 · What failed and what to do; the server's own text opens on demand. */
function WhyNotSent({ because, todo, raw }: MailFailure) {
  return (
    <div className="text-sm text-ink-muted wrap-anywhere">
      <p>{todo ? `${because.charAt(0).toUpperCase()}${because.slice(1)}. ${todo}` : because}</p>
      {raw && (
        <details>
          <summary className="cursor-pointer">The server's answer</summary>
          <p>{raw}</p>
        </details>
      )}
    </div>
  );
}

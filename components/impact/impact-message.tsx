import { Badge } from '#components/ui/badge.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';

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
      {message.because && <span className="block text-sm text-ink-muted wrap-anywhere">{message.because}</span>}
    </>
  );
}

import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { isUnsent } from '#lib/technician-day/outbox.ts';
import type { Outbox } from './use-outbox.ts';

/** The number of steps stored only on this phone. */
export function OutboxBanner({ outbox: { steps, send } }: { outbox: Outbox }) {
  const count = steps.filter(isUnsent).length;
  const isHeld = steps.some(({ status }) => status === 'held');
  return (
    <div role="status">
      {count > 0 && (
        <div className="mb-4 flex items-center gap-3 rounded-md bg-tone-amber-soft px-3 py-2 text-tone-amber">
          <Icon name="smartphone" className="size-4 shrink-0" />
          <p className="min-w-0 flex-1">
            <b className="block font-semibold">
              {count} {count === 1 ? 'step is' : 'steps are'} on this phone
            </b>
            {isHeld ? 'Some need your answer below.' : 'Each is sent once, as soon as there is a network.'}
          </p>
          <Button className="min-h-11" onClick={() => void send()}>
            Send now
          </Button>
        </div>
      )}
    </div>
  );
}

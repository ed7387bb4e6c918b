import { Icon } from '#components/ui/icon.tsx';
import type { Fit } from '#lib/dispatch/queries/how-it-fits.ts';
import { isFine } from './placing.ts';

/** WO-17 · Shows which rules a dragged task would break at the pointer. Without dragging, the dialog shows them. */
export function DropHint({ fit }: { fit: Fit | null }) {
  if (!fit || isFine(fit)) return null;
  const { refused, confirm, reason } = fit;
  return (
    <p
      aria-hidden
      className="pointer-events-none fixed inset-x-4 bottom-4 z-20 mx-auto flex max-w-xl gap-2 rounded-md border bg-raised px-3 py-2 shadow-float"
    >
      <Icon name="triangle-alert" className="mt-0.5 size-4 shrink-0 text-tone-red" />
      <span>
        <strong className="text-tone-red">{refused ? 'Does not fit: ' : 'Asks first: '}</strong>
        {refused ?? [...confirm, ...(reason ? [reason] : [])].join(' ')}
      </span>
    </p>
  );
}

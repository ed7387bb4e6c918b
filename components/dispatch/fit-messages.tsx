import { Icon } from '#components/ui/icon.tsx';
import type { Fit } from '#lib/dispatch/queries/check-fit.ts';
import { isFine } from './placement.ts';

/** WO-17 · The rules that a placement would break, announced when they change. */
export function FitMessages({ fit }: { fit: Fit | null }) {
  return (
    <div aria-live="polite" className="mt-3 grid min-h-5 gap-1">
      {fit && isFine(fit) && (
        <p className="flex gap-1.5 text-tone-green">
          <Icon name="circle-check" className="mt-0.5 size-4 shrink-0" />
          {`${fit.name} is free then.`}
        </p>
      )}
      {fit?.refused && (
        <p className="flex gap-1.5 text-tone-red">
          <Icon name="circle-alert" className="mt-0.5 size-4 shrink-0" />
          {`Does not fit: ${fit.refused}`}
        </p>
      )}
      {fit &&
        !fit.refused &&
        [...fit.confirm, ...(fit.reason ? [fit.reason] : [])].map((says) => (
          <p key={says} className="flex gap-1.5 text-tone-amber">
            <Icon name="triangle-alert" className="mt-0.5 size-4 shrink-0" />
            {says}
          </p>
        ))}
    </div>
  );
}

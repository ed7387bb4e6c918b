import { clsx } from 'clsx';
import { type CustomerStep, customerSteps } from '#lib/portal/customer-step.ts';
import type { Say } from '#lib/words/words.ts';

/** POR-3 · A case's progress in four steps; `now` is the label of the current one. */
export function Progress({ step, now, say }: { step: CustomerStep; now: string; say: Say }) {
  const reached = customerSteps.indexOf(step);
  return (
    <ol aria-label={say('step.label')} className="grid grid-cols-4 gap-1">
      {customerSteps.map((each, index) => {
        const isNow = each === step;
        const name = isNow ? now : say(`step.${each}`);
        return (
          <li key={each} aria-current={isNow ? 'step' : undefined} className="min-w-0">
            <span
              aria-hidden
              className={clsx('mb-1 block h-1 rounded-sm', index <= reached ? 'bg-accent' : 'bg-line')}
            />
            <span className={clsx('text-xs wrap-anywhere', isNow ? 'font-semibold' : 'text-ink-muted')}>
              {isNow ? (
                <>
                  <span className="sr-only">{say('step.now', { step: name })}</span>
                  <span aria-hidden>{name}</span>
                </>
              ) : (
                name
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

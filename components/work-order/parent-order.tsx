import { NumberLink } from '#components/ui/number-link.tsx';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { SiteOfTask } from '#lib/work-order/queries/site-of-task.ts';

/** WO-1 · A task's work order and site. */
export function ParentOrder({ number, address, timeZone }: SiteOfTask) {
  return (
    <p className="mb-3 text-ink-muted">
      Task of <NumberLink number={number} href={pathOfNumber(number)} />
      {[address, timeZone].filter(Boolean).map((part) => ` · ${part}`)}
    </p>
  );
}

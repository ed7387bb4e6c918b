import type { Axis } from '#lib/dispatch/day-of-board.ts';
import { part } from './part.ts';

/** The hours of the day above the board. */
export function BoardHours({ axis }: { axis: Axis }) {
  return (
    <div aria-hidden className="flex border-b text-sm text-ink-muted">
      <div className="px-3 py-1 max-md:hidden md:w-44 md:shrink-0">Technician, free</div>
      <div className="relative h-7 min-w-0 flex-1 overflow-hidden">
        {axis.hours.map(({ at, label }, index) => (
          <span
            key={at}
            className={index % 2 === 1 ? 'absolute top-1 pl-1 max-md:hidden' : 'absolute top-1 pl-1'}
            style={{ left: part({ from: at, to: at }, axis).left }}
          >
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}

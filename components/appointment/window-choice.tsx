import type { OfferedWindows } from '#lib/appointment/windows-of.ts';
import { windowsByDay } from './use-windows.ts';

interface WindowChoiceProps {
  offered: OfferedWindows;
  /** Start of the chosen window; empty: none. */
  chosen: string;
  onChoose: (begin: string) => void;
}

/** WO-10, WO-11 · The free windows of several days, each a button with the time in the site's time zone. */
export function WindowChoice({ offered, chosen, onChoose }: WindowChoiceProps) {
  const days = windowsByDay(offered);
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-muted">
        Times are in {offered.timeZone.replaceAll('_', ' ')}. A visit takes {offered.minutes} minutes.
      </p>
      {days.length === 0 && <p>No free window in these days. Try later days.</p>}
      {days.map(({ name, windows }) => (
        <fieldset key={name} className="min-w-0">
          <legend className="field-head">{name}</legend>
          <div className="flex flex-wrap gap-1">
            {windows.map(({ from, time }) => (
              <button
                key={from}
                type="button"
                aria-pressed={from === chosen}
                aria-label={`${name}, ${time}`}
                onClick={() => onChoose(from)}
                className="segment"
              >
                {time}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

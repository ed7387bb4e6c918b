import { Kbd } from '#components/ui/kbd.tsx';

/** The legend of the board's backgrounds, and how to move tasks. */
export function BoardKey() {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 pt-3 text-sm text-ink-muted">
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="hatched h-3 w-6 text-ink-faint" />
        On the way
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="hatched h-3 w-6 bg-sunken text-line-button" />
        Not working
      </span>
      <span>
        Drag a task to a technician, or press <Kbd>m</Kbd> on it.
      </span>
    </div>
  );
}

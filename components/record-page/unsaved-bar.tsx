import { Button } from '#components/ui/button.tsx';

interface UnsavedBarProps {
  labels: readonly string[];
  /** None of the fields can be changed any longer. */
  closed: boolean;
  /** SYNC-3 · Who will hear of it. */
  affects: string;
  onDiscard: () => void;
}

/** What one has typed and not saved, at the foot of the form, with the two ways on. */
export function UnsavedBar({ labels, closed, affects, onDiscard }: UnsavedBarProps) {
  return (
    <div className="sticky bottom-0 -mx-4 -mb-4 mt-4 flex flex-wrap items-center gap-3 rounded-b-md border-t bg-raised px-4 py-2 text-sm">
      <p aria-live="polite" className="min-w-0 flex-1 text-ink-muted">
        {closed ? 'Can no longer be changed, and was not saved' : 'Not saved'}: {labels.join(', ')}.{' '}
        {affects && <strong className="font-medium text-ink">{affects}</strong>}
      </p>
      <Button size="s" variant="quiet" onClick={onDiscard}>
        Discard
      </Button>
      {!closed && (
        <Button
          type="submit"
          size="s"
          variant="primary"
          // The button of the page's header once more, in reach of the hand: named there, and reached by keys there.
          aria-hidden
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
        >
          Save
        </Button>
      )}
    </div>
  );
}

import { Button } from '#components/ui/button.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { Spinner } from '#components/ui/spinner.tsx';
import type { Ranked, TechnicianRanking } from '#lib/dispatch/queries/rank-technicians.ts';

interface WhoShouldGoProps {
  who: TechnicianRanking | null;
  error: Error | null;
  onRetry: () => void;
  timeIn: (iso: string) => string;
  chosen: string;
  onChoose: (ranked: Ranked) => void;
}

/** WO-16 · Suggested technicians, best first, each with the parts of its score; below, who is excluded and why. */
export function WhoShouldGo({ who, error, onRetry, timeIn, chosen, onChoose }: WhoShouldGoProps) {
  return (
    <section aria-labelledby="who-should-go" className="mt-4 border-t pt-3">
      <h3 id="who-should-go" className="pb-1 font-semibold">
        Who should go?
      </h3>
      {error && (
        <LoadFailed error={error} onRetry={onRetry}>
          Couldn't rank the technicians.
        </LoadFailed>
      )}
      {!who && !error && <Spinner />}
      {who?.candidates.length === 0 && <p className="text-ink-muted">No one is free that day.</p>}
      {who && (
        <ol className="grid">
          {who.candidates.map((each) => (
            <li key={each.id} className="flex items-start gap-3 border-b py-1.5 last:border-b-0">
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  {`${each.name}, ${timeIn(each.from)}`}
                  <span className="font-normal text-ink-muted">{` · ${each.score} of 100`}</span>
                </p>
                <p className="text-sm text-ink-muted">{each.parts.join(' · ')}</p>
              </div>
              <Button
                size="s"
                aria-pressed={each.id === chosen}
                aria-label={`Choose ${each.name}, ${timeIn(each.from)}`}
                onClick={() => onChoose(each)}
              >
                Choose
              </Button>
            </li>
          ))}
        </ol>
      )}
      {who && who.more > 0 && <p className="py-1 text-sm text-ink-muted">{`${who.more} more available.`}</p>}
      {who && who.leftOut.length > 0 && (
        <details className="mt-1">
          <summary className="cursor-default py-1 text-sm text-ink-muted">{`${who.leftOut.length} not available, with reasons`}</summary>
          <ul className="text-sm">
            {who.leftOut.map(({ id, name, because }) => (
              <li key={id}>
                {`${name}: `}
                <span className="text-ink-muted">{because}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

import { listed } from '#lib/platform/listed.ts';
import type { RunDraft } from '#lib/proactive/run-draft.ts';
import type { CustomerSort } from '#lib/proactive/source.ts';

function whatIsMade({ count, major }: RunDraft, noun: string): string {
  const cases = count === 1 ? '1 case' : `${count.toLocaleString('en')} cases`;
  if (major?.is === 'new') return `A major case with ${count.toLocaleString('en')} child cases, one for each ${noun}.`;
  if (major?.is === 'there')
    return `${cases}, ${count === 1 ? 'a child' : 'children'} of major case ${major.number}, one for each ${noun}.`;
  return count === 1 ? `1 case, for the one ${noun}.` : `${cases}, one for each ${noun}.`;
}

/** PRO-1 · What a run would make, for whom, and who has a case already. */
export function RunSummary({ draft, of }: { draft: RunDraft; of: CustomerSort }) {
  const { count, names, already, alreadyCount } = draft;
  const noun = of === 'accounts' ? 'account' : 'consumer';
  return (
    <div className="grid gap-2" role="status">
      {count > 0 ? (
        <>
          <p className="font-medium">{whatIsMade(draft, noun)}</p>
          <p className="wrap-anywhere">{listed(names, count)}</p>
        </>
      ) : (
        <p>{alreadyCount > 0 ? `Every affected ${noun} has a proactive case already.` : `No ${noun} is affected.`}</p>
      )}
      {alreadyCount > 0 && (
        <p className="wrap-anywhere text-sm text-ink-muted">
          Left out, with a case already:{' '}
          {listed(
            already.map(({ name, number }) => `${name} (${number})`),
            alreadyCount,
          )}
        </p>
      )}
    </div>
  );
}

import type { CustomerSort } from '#lib/kinds/outage-source.ts';
import { listed } from '#lib/platform/listed.ts';
import type { RunDraft } from '#lib/proactive/run-draft.ts';

function describeRun({ count, major }: RunDraft, noun: string): string {
  const cases = count === 1 ? '1 case' : `${count.toLocaleString('en')} cases`;
  if (major?.is === 'new') return `A major case with ${count.toLocaleString('en')} child cases, one for each ${noun}.`;
  if (major?.is === 'there')
    return `${cases}, ${count === 1 ? 'a child' : 'children'} of major case ${major.number}, one for each ${noun}.`;
  return count === 1 ? `1 case, for the one ${noun}.` : `${cases}, one for each ${noun}.`;
}

/** Why a run creates nothing: its customers all have a case already or cannot have one. */
function emptyRunReason({ alreadyCount, inactiveCount }: RunDraft, noun: string, ofSelection: boolean): string {
  const each = `${ofSelection ? 'selected' : 'affected'} ${noun}`;
  if (alreadyCount > 0 && inactiveCount > 0) return `No ${each} can get a proactive case.`;
  if (alreadyCount > 0) return `Every ${each} has a proactive case already.`;
  if (inactiveCount > 0) return `No ${each} is active.`;
  return ofSelection ? `No ${each} is affected now.` : `No ${noun} is affected.`;
}

interface RunSummaryProps {
  draft: RunDraft;
  of: CustomerSort;
  ofSelection: boolean;
  /** PRO-8 · The customers of the other kind who can get a case. */
  remain: { names: readonly string[]; count: number };
}

/** PRO-1 · What a run would create and for whom, or why it creates nothing; who has a case, who cannot, and who remains. */
export function RunSummary({ draft, of, ofSelection, remain }: RunSummaryProps) {
  const { count, names, already, alreadyCount, inactive, inactiveCount, refused } = draft;
  const noun = of === 'accounts' ? 'account' : 'consumer';
  const others = of === 'accounts' ? 'Consumers' : 'Accounts';
  const leftOut = [
    ['Left out, with a case already: ', already.map(({ name, number }) => `${name} (${number})`), alreadyCount],
    ['Left out, no longer active: ', inactive, inactiveCount],
    [`${others} can be generated in a separate run: `, remain.names, remain.count],
  ] as const;
  if (refused) return <p role="status">{refused}</p>;
  return (
    <div className="grid gap-2" role="status">
      {count > 0 ? (
        <>
          <p className="font-medium">{describeRun(draft, noun)}</p>
          <p className="wrap-anywhere">{listed(names, count)}</p>
        </>
      ) : (
        <p>{emptyRunReason(draft, noun, ofSelection)}</p>
      )}
      {leftOut.map(
        ([why, whom, howMany]) =>
          howMany > 0 && (
            <p key={why} className="wrap-anywhere text-sm text-ink-muted">
              {why}
              {listed(whom, howMany)}
            </p>
          ),
      )}
    </div>
  );
}

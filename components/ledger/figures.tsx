import type { RuleFigures } from '#lib/ledger/shown-update.ts';
import { RuleRecords } from './rule-records.tsx';

const figure = (count: number) => count.toLocaleString('en');

interface RuleListProps {
  rules: readonly RuleFigures[];
  /** The update whose records each rule opens; absent for totals. */
  updateId?: string;
}

/** SYNC-6 · What each rule wrote, what it skipped and why. */
export function RuleList({ rules, updateId }: RuleListProps) {
  return (
    <ul className="grid gap-1">
      {rules.map((rule) => (
        <li key={rule.id}>
          {updateId ? (
            <RuleRecords updateId={updateId} rule={rule.id}>
              <Figures {...rule} />
            </RuleRecords>
          ) : (
            <Figures {...rule} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Figures({ name, written, leftOut }: RuleFigures) {
  return (
    <span className="grid grow grid-cols-[minmax(0,1fr)_auto] gap-x-3">
      <span className="wrap-anywhere">{name}</span>
      <span className="text-right tabular-nums">{`${figure(written)} updated`}</span>
      {leftOut.length > 0 && (
        <span className="col-span-2 wrap-anywhere text-ink-muted">
          {leftOut.map(({ reason, records }) => `${figure(records)} ${reason}`).join(' · ')}
        </span>
      )}
    </span>
  );
}

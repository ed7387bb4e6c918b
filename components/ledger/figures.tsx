import { Icon } from '#components/ui/icon.tsx';
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

/** SYNC-6 · The rules of an update in one line with their sums, for a list of many updates; a click opens each rule. */
export function FoldedRules({ rules, updateId }: Required<RuleListProps>) {
  const [first, ...others] = rules;
  if (!first || others.length === 0) return <RuleList rules={rules} updateId={updateId} />;
  const written = rules.reduce((sum, rule) => sum + rule.written, 0);
  const leftOut = rules.flatMap((rule) => rule.leftOut).reduce((sum, { records }) => sum + records, 0);
  return (
    <details className="group/rules">
      <summary className="flex cursor-pointer list-none gap-1">
        <Icon name="chevron-right" className="mt-0.5 size-4 shrink-0 text-ink-muted group-open/rules:rotate-90" />
        <span className="grow wrap-anywhere">{`${first.name} and ${others.length} more`}</span>
        <span className="text-right tabular-nums">
          {`${figure(written)} updated`}
          {leftOut > 0 && <span className="text-ink-muted">{` · ${figure(leftOut)} left out`}</span>}
        </span>
      </summary>
      <div className="pt-1 pl-5">
        <RuleList rules={rules} updateId={updateId} />
      </div>
    </details>
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

import type { ImpactFigures as Figures } from '#lib/impact/queries/impact-figures.ts';
import { amount } from '#lib/platform/money.ts';

const count = (figure: number) => figure.toLocaleString('en');

/** IMP-2 · Counts of what is affected; a configuration item has no cases. */
export function ImpactFigures({ figures, ofRecord }: { figures: Figures | undefined; ofRecord: boolean }) {
  const shown: readonly (readonly [string, string | undefined])[] = [
    ['Affected contract value', figures && amount(figures.contractCents)],
    ['Accounts', figures && count(figures.accounts)],
    ['Consumers', figures && count(figures.consumers)],
    ['Products', figures && count(figures.products)],
    ['Install base items', figures && count(figures.installBaseItems)],
    ...(ofRecord ? [['Reactive cases', figures && count(figures.reactiveCases)] as const] : []),
  ];
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 rounded-md border bg-canvas px-4 py-2.5">
      {shown.map(([term, value]) => (
        <div key={term} className="flex flex-col">
          <dt className="text-sm text-ink-muted">{term}</dt>
          <dd className="min-h-6 text-lg font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { NumberLink } from '#components/ui/number-link.tsx';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

/** IMP-1 · Why a customer is affected: the path from the failing item to the installed product, and the cases. */
export function ImpactWhy({ row }: { row: ImpactRow }) {
  const { path, otherCases, otherCount, proactiveCase } = row;
  // Without another reason, the proactive case is shown.
  const cases = path === null && otherCases.length === 0 && proactiveCase ? [proactiveCase] : otherCases;
  const more = otherCount - otherCases.length;
  return (
    <>
      {path && <span className="block">{[...path.steps, `install base ${path.item}`].join(' › ')}</span>}
      {cases.length > 0 && (
        <span className="block">
          {cases.map((number, index) => (
            <span key={number}>
              {index > 0 && ', '}
              <NumberLink number={number} href={pathOfNumber(number)} />
            </span>
          ))}
          {more > 0 && ` and ${more.toLocaleString('en')} more`}
          {cases.length + more === 1 ? ' is associated' : ' are associated'}
        </span>
      )}
    </>
  );
}

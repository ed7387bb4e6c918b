import { Banner } from '#components/ui/banner.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import type { ReactiveCaseForm } from '#lib/new-record/reactive-case.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

/** PRO-7 · Names the record that the new case is associated with on creation. */
export function AssociationBanner({ begun: { related, as } }: { begun: ReactiveCaseForm }) {
  return (
    <Banner tone="info">
      The case is associated with <NumberLink number={related.number} href={pathOfNumber(related.number)} /> as {as}.
    </Banner>
  );
}

import { Banner } from '#components/ui/banner.tsx';
import { TextLink } from '#components/ui/link.tsx';
import type { Begun } from '#lib/new-record/reactive-case.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

/** PRO-7 · Names the record that the new case is associated with on creation. */
export function BegunFrom({ begun: { related, as } }: { begun: Begun }) {
  return (
    <Banner tone="info">
      The case is associated with{' '}
      <TextLink href={pathOfNumber(related.number)} className="record-number">
        {related.number}
      </TextLink>{' '}
      as {as}.
    </Banner>
  );
}

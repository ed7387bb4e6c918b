import { SimilarCases } from '#components/related/similar-cases.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SlowPart } from '#components/ui/slow-part.tsx';
import type { Soon } from '#components/ui/soon.ts';
import type { SimilarCase } from '#lib/related/similar-case.ts';

/** REL-18 · The cases that resemble one, once they are found. */
export function similarPanel(number: string, similar: Soon<SimilarCase[]>) {
  const fallback = (
    <Panel title="Similar cases">
      <SkeletonRows rows={3} label="Loading similar cases" />
    </Panel>
  );
  return (
    <SlowPart of={similar} fallback={fallback}>
      {(cases) => <SimilarCases number={number} cases={cases} />}
    </SlowPart>
  );
}

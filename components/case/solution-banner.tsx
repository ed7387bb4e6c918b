'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FoldingBanner } from '#components/ui/folding-banner.tsx';
import type { VerbView } from '#lib/case/verb-views.ts';
import type { Proposal } from '#lib/record-page/proposals.ts';

// Loaded when it is opened.
const VerbDialog = dynamic(() => import('./verb-dialog.tsx').then((module) => module.VerbDialog), { ssr: false });

interface SolutionBannerProps {
  number: string;
  version: number;
  /** Absent if no solution can be proposed (any longer). */
  verb: VerbView | undefined;
  proposals: readonly Proposal[];
}

/**
 * CASE-7 · A related record is resolved: one click fills Propose solution with its code and notes. An open dialog stays even if
 * the proposal changes.
 */
export function SolutionBanner({ number, version, verb, proposals }: SolutionBannerProps) {
  const [chosen, setChosen] = useState<{ verb: VerbView; proposal: Proposal } | null>(null);
  return (
    <>
      <div className="mb-4 grid gap-2 empty:hidden">
        {verb &&
          proposals.map((proposal) => (
            <FoldingBanner
              key={proposal.values.resolutionCode}
              tone="info"
              rule="CASE-7"
              title={proposal.because}
              action={
                <Button size="s" onClick={() => setChosen({ verb, proposal })}>
                  {verb.label}
                </Button>
              }
            >
              {proposal.codeLabel}
              {proposal.values.resolutionNotes && `: ${proposal.values.resolutionNotes}`}
            </FoldingBanner>
          ))}
      </div>
      {chosen && (
        <VerbDialog
          number={number}
          version={version}
          verb={chosen.verb}
          proposed={chosen.proposal.values}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Proposal } from '#lib/case/queries/proposals.ts';
import type { VerbView } from '#lib/case/verb-views.ts';

// The code of the dialog comes when it is opened.
const VerbDialog = dynamic(() => import('./verb-dialog.tsx').then((module) => module.VerbDialog));

interface SolutionBannerProps {
  number: string;
  verb: VerbView;
  proposals: readonly Proposal[];
}

/** CASE-7 · A related record has reached its end: code and notes are proposed, one click fills Propose solution. */
export function SolutionBanner({ number, verb, proposals }: SolutionBannerProps) {
  const [chosen, setChosen] = useState<Proposal | null>(null);
  return (
    <div className="mb-4 grid gap-2">
      {proposals.map((proposal) => (
        <Banner
          key={proposal.values.resolutionCode}
          tone="info"
          rule="CASE-7"
          title={proposal.because}
          action={
            <Button size="s" onClick={() => setChosen(proposal)}>
              {verb.label}
            </Button>
          }
        >
          {proposal.codeLabel}
          {proposal.values.resolutionNotes && `: ${proposal.values.resolutionNotes}`}
        </Banner>
      ))}
      {chosen && <VerbDialog number={number} verb={verb} given={chosen.values} onClose={() => setChosen(null)} />}
    </div>
  );
}

'use client';

import { type ReactNode, useContext, useEffect } from 'react';
import { careForKeptTexts } from './kept-texts.ts';
import { KeptUnder } from './use-kept.ts';

/** Sets the key prefix of drafts inside: the outermost one is the user, inner ones are the subject. */
export function KeptTextsAbout({ about, children }: { about: string; children: ReactNode }) {
  const around = useContext(KeptUnder);
  const isOutermost = around === null;
  useEffect(() => {
    if (isOutermost) return careForKeptTexts();
  }, [isOutermost]);
  return <KeptUnder value={isOutermost ? about : `${around} ${about}`}>{children}</KeptUnder>;
}

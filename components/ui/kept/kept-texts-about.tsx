'use client';

import { type ReactNode, useContext, useEffect } from 'react';
import { careForKeptTexts } from './kept-texts.ts';
import { KeptUnder } from './use-kept.ts';

/** What is typed in here is kept under this: outermost under the person who types, within under what it is about. */
export function KeptTextsAbout({ about, children }: { about: string; children: ReactNode }) {
  const around = useContext(KeptUnder);
  const isOutermost = around === null;
  useEffect(() => {
    if (isOutermost) return careForKeptTexts();
  }, [isOutermost]);
  return <KeptUnder value={isOutermost ? about : `${around} ${about}`}>{children}</KeptUnder>;
}

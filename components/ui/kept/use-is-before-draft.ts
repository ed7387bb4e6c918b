'use client';

import { useContext } from 'react';
import { useInBrowser } from '#components/ui/use-in-browser.ts';
import { KeptUnder } from './use-kept.ts';

/**
 * REC-5 · True until the browser has read the drafts that it keeps. A text box takes nothing until then: the draft would
 * replace what is typed, or come in front of it.
 */
export function useIsBeforeDraft(): boolean {
  const isInBrowser = useInBrowser();
  return useContext(KeptUnder) !== null && !isInBrowser;
}

'use client';

import { useContext } from 'react';
import { useInBrowser } from '#components/ui/use-in-browser.ts';
import { DraftScopeContext } from './use-draft-text.ts';

/**
 * REC-5 · True until the browser has read its stored drafts. Text boxes accept no input until then: the draft would replace the
 * typed text or be put in front of it.
 */
export function useIsBeforeDraft(): boolean {
  const isInBrowser = useInBrowser();
  return useContext(DraftScopeContext) !== null && !isInBrowser;
}

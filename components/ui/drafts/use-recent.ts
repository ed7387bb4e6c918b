'use client';

import { useContext } from 'react';
import { recentChoices, rememberChoice } from './recent-choices.ts';
import { DraftScopeContext } from './use-draft-text.ts';

/** The current user's recent choices in a field. Without a name or user, nothing is stored. */
export function useRecent(name?: string) {
  const who = useContext(DraftScopeContext)?.split(' ')[0];
  const key = who && name ? `${who} ${name}` : null;
  return {
    choices: () => (key ? recentChoices(key) : []),
    remember: (id: string) => key && rememberChoice(key, id),
  };
}

'use client';

import { useContext } from 'react';
import { recentChoices, rememberChoice } from './recent-choices.ts';
import { KeptUnder } from './use-kept.ts';

/** What the person who is here has chosen last in a field. Without a name, or a person, nothing is remembered. */
export function useRecent(name?: string) {
  const who = useContext(KeptUnder)?.split(' ')[0];
  const key = who && name ? `${who} ${name}` : null;
  return {
    choices: () => (key ? recentChoices(key) : []),
    remember: (id: string) => key && rememberChoice(key, id),
  };
}

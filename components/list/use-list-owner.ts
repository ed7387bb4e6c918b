import { useContext } from 'react';
import { DraftScopeContext } from '#components/ui/drafts/use-draft-text.ts';

/** The user who views a list: its remembered state belongs to that user only. */
export function useListOwner(): string {
  return useContext(DraftScopeContext)?.split(' ')[0] ?? '';
}

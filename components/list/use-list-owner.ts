import { useContext } from 'react';
import { KeptUnder } from '#components/ui/kept/use-kept.ts';

/** The user who views a list: its remembered state belongs to that user only. */
export function useListOwner(): string {
  return useContext(KeptUnder)?.split(' ')[0] ?? '';
}

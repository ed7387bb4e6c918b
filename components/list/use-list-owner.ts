import { useContext } from 'react';
import { KeptUnder } from '#components/ui/kept/use-kept.ts';

/** Who looks at a list: what is remembered of it is theirs alone. */
export function useListOwner(): string {
  return useContext(KeptUnder)?.split(' ')[0] ?? '';
}

import { createContext } from 'react';
import type { NewEntry } from './posting.tsx';

type Written = NewEntry['type'];

/** Access to the composers for quotations; the page around a timeline provides it. */
export interface Quoting {
  /** The composer for quoting an entry of this type; null: quoting is not allowed. */
  into: (type: Written) => Written | null;
  /** Shows a composer and focuses its text box. */
  open: (type: Written) => HTMLTextAreaElement | null;
}

export const QuotingContext = createContext<Quoting>({ into: () => null, open: () => null });

/** REC-1 · A comment may be quoted in a work note, but never a work note in a comment, which customers read. */
export function quotedInto(type: Written, may: { comment: boolean; note: boolean }): Written | null {
  if (type === 'comment' && may.comment) return 'comment';
  return may.note ? 'work_note' : null;
}

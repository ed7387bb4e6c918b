import { createContext } from 'react';
import type { NewEntry } from './posting.tsx';

type Written = NewEntry['type'];

/** Where the words of an entry are quoted: the page around a timeline has the composers. */
export interface Quoting {
  /** The composer that takes a quotation of an entry of this type; null: none may. */
  into: (type: Written) => Written | null;
  /** Shows a composer and moves the focus into its text box. */
  open: (type: Written) => HTMLTextAreaElement | null;
}

export const QuotingContext = createContext<Quoting>({ into: () => null, open: () => null });

/** REC-1 · A comment may be quoted in a work note; a work note never in a comment, which customers read. */
export function quotedInto(type: Written, may: { comment: boolean; note: boolean }): Written | null {
  if (type === 'comment' && may.comment) return 'comment';
  return may.note ? 'work_note' : null;
}

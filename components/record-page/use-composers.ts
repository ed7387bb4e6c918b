'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { usePageActions } from '#components/shell/page-actions.ts';
import type { NewEntry } from '#components/timeline/posting.tsx';
import { type Quoting, quotedInto } from '#components/timeline/quoting.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';

/** The two composers: the one that a small screen shows, and functions to open them. */
export function useComposers({ mayComment, mayNote }: Pick<RecordView, 'mayComment' | 'mayNote'>) {
  const [writing, setWriting] = useState<NewEntry['type']>(mayComment ? 'comment' : 'work_note');
  const workNotes = useRef<HTMLTextAreaElement>(null);
  const comments = useRef<HTMLTextAreaElement>(null);

  function write(type: NewEntry['type']) {
    // Synchronously: hidden elements cannot be focused.
    flushSync(() => setWriting(type));
    const { current } = type === 'comment' ? comments : workNotes;
    current?.focus();
    return current;
  }

  usePageActions([
    ...(mayComment ? [{ label: 'Write a comment', key: 'c', run: () => write('comment') }] : []),
    ...(mayNote ? [{ label: 'Write a work note', key: 'n', run: () => write('work_note') }] : []),
  ]);

  const quoting: Quoting = {
    into: (type) => quotedInto(type, { comment: mayComment, note: mayNote }),
    open: write,
  };
  return { writing, setWriting, workNotes, comments, quoting };
}

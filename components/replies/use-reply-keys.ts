'use client';

import { type RefObject, useEffect, useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';

interface ReplyKeys {
  move: (step: 1 | -1) => void;
  select: () => void;
  markUnread: () => void;
}

/** Whether it is on the screen: a tab that is not shown keeps what it holds. */
function useShown(of: RefObject<HTMLElement | null>): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!of.current) return;
    const observer = new IntersectionObserver((entries) => setShown(entries.some((each) => each.isIntersecting)));
    observer.observe(of.current);
    return () => observer.disconnect();
  }, [of]);
  return shown;
}

/** NOT-8 · The keys of the queue, as long as it is on the screen. */
export function useReplyKeys(list: RefObject<HTMLElement | null>, { move, select, markUnread }: ReplyKeys) {
  const shown = useShown(list);
  usePageActions(
    shown
      ? [
          { label: 'Next reply', key: 'j', otherKeys: ['↓'], run: () => move(1) },
          { label: 'Previous reply', key: 'k', otherKeys: ['↑'], run: () => move(-1) },
          { label: 'Answer', otherKeys: ['Enter'], run: () => {} },
          { label: 'Select reply', key: 'x', run: select },
          { label: 'Mark reply as unread', key: 'u', run: markUnread },
          { label: 'Send answer', otherKeys: ['Ctrl+Enter'], run: () => {} },
        ]
      : [],
  );
}

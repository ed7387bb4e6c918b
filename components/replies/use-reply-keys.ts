'use client';

import { type RefObject, useEffect, useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';

interface ReplyKeys {
  move: (step: 1 | -1) => void;
  select: () => void;
  markUnread: () => void;
}

/** Whether the element is visible: hidden tabs stay mounted. */
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

/** NOT-8 · The queue's keys, while it is visible. */
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

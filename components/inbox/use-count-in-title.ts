import { useEffect } from 'react';
import { shownCount } from '#lib/inbox/shown-count.ts';

const COUNT = /^\(\d+\+?\) /;

/** Puts a count in front of the tab's title, including later titles; nothing for 0. */
export function useCountInTitle(count: number) {
  useEffect(() => {
    const write = () => {
      const title = document.title.replace(COUNT, '');
      const counted = count > 0 ? `(${shownCount(count)}) ${title}` : title;
      if (document.title !== counted) document.title = counted;
    };
    write();
    const watching = new MutationObserver(write);
    watching.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watching.disconnect();
  }, [count]);
}

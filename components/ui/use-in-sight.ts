import { useEffect, useRef, useState } from 'react';

/** Distance below the viewport that counts as visible, so that content is loaded when the user arrives. */
const SOON = '300px';

/** Whether the element of `ref` is or has been visible. */
export function useInSight() {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!ref.current || seen) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((each) => each.isIntersecting) && setSeen(true),
      {
        rootMargin: SOON,
      },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [seen]);
  return [ref, seen] as const;
}

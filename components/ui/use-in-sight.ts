import { useEffect, useRef, useState } from 'react';

/** So far below what is seen something counts as in sight, so that it is there when one arrives. */
const SOON = '300px';

/** Whether what `ref` is given to is, or has been, in sight. */
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

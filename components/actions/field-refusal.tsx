'use client';

import { useEffect, useRef, useState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Refused } from './call-action.ts';

/** The first visible field in error within the dialog or page that contains this line. */
function firstWrong(line: HTMLElement | null): HTMLElement | undefined {
  const around = line?.closest('dialog, main') ?? document;
  return [...around.querySelectorAll<HTMLElement>('[aria-invalid="true"]')].find((field) => field.checkVisibility());
}

/** The field may have the focus already: then only this scrolls it into view. */
function show(field: HTMLElement | undefined) {
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}

/** REC-5 · The field itself shows the error. A line on top leads to the field while it is out of view. */
export function FieldRefusal({ refused }: { refused: Refused }) {
  const line = useRef<HTMLDivElement>(null);
  const [isSaid, setSaid] = useState(true);

  useEffect(() => {
    if (!refused.fieldErrors) return;
    const watching = new IntersectionObserver(([entry]) => entry && setSaid(entry.isIntersecting));
    // The field is marked and focused only after this render.
    const timer = setTimeout(() => {
      const wrong = firstWrong(line.current);
      setSaid(wrong !== undefined);
      if (!wrong) return;
      if (line.current?.closest('dialog')) wrong.focus();
      watching.observe(wrong);
    }, 50);
    return () => {
      clearTimeout(timer);
      watching.disconnect();
    };
  }, [refused]);

  return (
    <div ref={line} data-rule={refused.rule}>
      {!isSaid && (
        <Banner
          tone="error"
          className="mb-4"
          action={
            <Button size="s" onClick={() => show(firstWrong(line.current))}>
              Show
            </Button>
          }
        >
          {refused.message}
        </Banner>
      )}
    </div>
  );
}

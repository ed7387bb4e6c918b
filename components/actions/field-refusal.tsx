'use client';

import { useEffect, useRef, useState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Refused } from './call-action.ts';

/** The first field in error of the dialog or page in which the line stands, as far as it is drawn. */
function firstWrong(line: HTMLElement | null): HTMLElement | undefined {
  const around = line?.closest('dialog, main') ?? document;
  return [...around.querySelectorAll<HTMLElement>('[aria-invalid="true"]')].find((field) => field.checkVisibility());
}

/** It may have the focus already: then nothing else brings it into sight. */
function show(field: HTMLElement | undefined) {
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}

/** REC-5 · The field says why: a line on top leads there as long as the field is out of sight. */
export function FieldRefusal({ refused }: { refused: Refused }) {
  const line = useRef<HTMLDivElement>(null);
  const [isSaid, setSaid] = useState(true);

  useEffect(() => {
    if (!refused.fieldErrors) return;
    const watching = new IntersectionObserver(([entry]) => entry && setSaid(entry.isIntersecting));
    // The field is marked, and has the focus, after this was drawn.
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

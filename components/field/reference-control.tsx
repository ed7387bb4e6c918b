'use client';

import { type ComponentProps, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Combobox } from '#components/ui/combobox.tsx';
import type { Option } from '#components/ui/use-combobox.ts';

type ReferenceControlProps = Omit<ComponentProps<typeof Combobox>, 'defaultOption'> & {
  chosen: Option | null;
};

/** A reference that follows changes made by others, but never while the user types in it. */
export function ReferenceControl({ chosen, ...control }: ReferenceControlProps) {
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(chosen);
  const follow = useEffectEvent((id: string | undefined) => {
    if (id === chosen?.id && !box.current?.contains(document.activeElement)) setShown(chosen);
  });
  const followNow = useEffectEvent(() => follow(chosen?.id));

  useEffect(() => follow(chosen?.id), [chosen?.id]);
  useEffect(() => {
    const element = box.current;
    // The focus reaches the next element only after this event.
    const leave = () => setTimeout(followNow);
    element?.addEventListener('focusout', leave);
    return () => element?.removeEventListener('focusout', leave);
  }, []);

  return (
    <div ref={box}>
      <Combobox key={shown?.id ?? 'none'} {...control} defaultOption={shown} />
    </div>
  );
}

'use client';

import { Kbd } from '#components/ui/kbd.tsx';
import { OPEN_PALETTE } from './shell-events.ts';

/** For users who don't know Ctrl+K yet. */
export function PaletteButton() {
  return (
    <button
      type="button"
      title="Command palette"
      onClick={() => document.dispatchEvent(new Event(OPEN_PALETTE))}
      className="inline-flex h-8 items-center rounded-md px-1.5 hover:bg-sunken max-lg:hidden"
    >
      <span className="sr-only">Command palette</span>
      <Kbd>Ctrl+K</Kbd>
    </button>
  );
}

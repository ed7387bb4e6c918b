'use client';

import { Command as Cmdk } from 'cmdk';
import type { ReactNode } from 'react';

export interface PaletteEntry {
  id: string;
  label: ReactNode;
  /** A second line. */
  below?: ReactNode;
  hint?: ReactNode;
  /** A hit for earlier search words: shown, but it cannot be chosen. */
  stale?: boolean;
  run: () => void;
}

/** A group of palette entries with its heading. */
export function PaletteEntries({ heading, entries }: { heading: string; entries: readonly PaletteEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <Cmdk.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-faint"
    >
      {entries.map(({ id, label, below, hint, stale = false, run }) => (
        <Cmdk.Item
          // Cmdk updates its selection only when an item is added or removed.
          key={`${id} ${stale}`}
          value={id}
          disabled={stale}
          onSelect={run}
          className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 data-[selected=true]:bg-sunken pointer-coarse:min-h-10"
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate">{label}</span>
            {below && <span className="block truncate text-sm text-ink-muted">{below}</span>}
          </span>
          {hint && <span className="flex shrink-0 gap-1 text-sm text-ink-faint">{hint}</span>}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}

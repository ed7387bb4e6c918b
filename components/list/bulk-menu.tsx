'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import type { BulkChoices } from '#lib/list/bulk-choices.ts';
import { listed } from '#lib/platform/listed.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Selected } from './use-bulk.ts';
import { useBulkChoices } from './use-bulk-choices.ts';

interface BulkMenuProps {
  label: string;
  icon: ReactNode;
  kind: TaskKind;
  selected: readonly Selected[];
  busy: boolean;
  /** What the items set, shown above them; absent: each item says what it does. */
  sets?: string | undefined;
  children: (choices: BulkChoices) => ReactNode;
}

/** A menu of actions for the selected records; its items load when it is opened. */
export function BulkMenu({ label, icon, kind, selected, busy, sets, children }: BulkMenuProps) {
  const [open, setOpen] = useState(false);
  const { data, isError } = useBulkChoices(kind, selected, open);
  return (
    <Menu
      align="start"
      onOpenChange={setOpen}
      trigger={
        <Button size="s" icon={icon} disabled={busy}>
          {label}
        </Button>
      }
    >
      {open && data && (
        <Choices label={sets ?? label} sets={sets}>
          {children(data)}
        </Choices>
      )}
      {open && !data && (
        <MenuItem disabled onSelect={() => {}}>
          {isError ? 'The choices could not be loaded. Open the menu again.' : 'Loading…'}
        </MenuItem>
      )}
    </Menu>
  );
}

/** Focuses the first item once the items are loaded. */
function Choices({ label, sets, children }: { label: string; sets: string | undefined; children: ReactNode }) {
  const choices = useRef<HTMLFieldSetElement>(null);
  useEffect(() => choices.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus(), []);
  return (
    <fieldset ref={choices} aria-label={label} className="max-w-72 [&>p]:px-2 [&>p]:py-1">
      {sets && (
        <p aria-hidden className="text-sm font-medium text-ink-muted">
          {sets}
        </p>
      )}
      {children}
    </fieldset>
  );
}

/** Limit of record numbers listed in a menu. */
const NAMED = 5;

/** Which records an action is not possible for, and why; the tooltip lists all of them. */
export function NotPossible({
  what,
  numbers,
  because,
}: {
  what?: string;
  numbers: readonly string[];
  because?: string | null;
}) {
  if (numbers.length === 0) return null;
  const others = numbers.length - NAMED;
  return (
    <p className="text-sm text-ink-muted wrap-anywhere" title={others > 0 ? numbers.join(', ') : undefined}>
      {`${what ? `${what}: not` : 'Not'} possible for ${listed(numbers.slice(0, NAMED), numbers.length)}${because ? ` (${because})` : ''}`}
    </p>
  );
}

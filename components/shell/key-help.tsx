'use client';

import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { singleKeysAreOn, turnSingleKeys } from './key-events.ts';
import { keyNames } from './key-names.ts';
import type { NavKey } from './navigation.ts';
import { useRegisteredPageActions } from './page-actions.ts';

interface KeyRow {
  keys: readonly string[];
  label: string;
}

const everywhere: readonly KeyRow[] = [
  { keys: ['/'], label: 'Search' },
  { keys: ['Ctrl+K'], label: 'Command palette' },
  { keys: ['?'], label: 'Keyboard shortcuts' },
  { keys: ['Ctrl+S'], label: 'Save, or submit the dialog that is open' },
  { keys: ['Escape'], label: 'Leave a field, close a dialog' },
];

const whileWriting: readonly KeyRow[] = [
  { keys: ['Ctrl+Enter'], label: 'Post the text' },
  { keys: ['/'], label: 'Reply template, at the beginning of a line' },
  { keys: ['@'], label: 'Mention a colleague' },
];

function KeyGroup({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="break-inside-avoid pb-4">
      <h3 className="pb-1 text-sm font-medium text-ink-muted">{title}</h3>
      <dl>
        {rows.map(({ keys, label }) => (
          <div key={label} className="flex min-h-8 items-center justify-between gap-4 border-b last:border-0">
            <dt>{label}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** All keys that work on the current page. */
export default function KeyHelp({ nav, onClose }: { nav: readonly NavKey[]; onClose: () => void }) {
  const [singleKeys, setSingleKeys] = useState(singleKeysAreOn);
  const here = useRegisteredPageActions().flatMap(({ label, key, otherKeys = [] }) => {
    const keys = [...(key ? keyNames(key) : []), ...otherKeys];
    return keys.length > 0 ? [{ label, keys }] : [];
  });
  const go = nav.flatMap(({ label, shortcut }) =>
    shortcut ? [{ label: `Go to ${label}`, keys: ['G', shortcut.toUpperCase()] }] : [],
  );

  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts" size="m">
      <div className="gap-8 sm:columns-2">
        <KeyGroup title="On this page" rows={here} />
        <KeyGroup title="Everywhere" rows={everywhere} />
        <KeyGroup title="In a work note or comment" rows={whileWriting} />
        <KeyGroup title="Go to" rows={go} />
      </div>
      <Switch
        label="Single-key shortcuts"
        hint="Keys with Ctrl work either way."
        checked={singleKeys}
        onClick={() => {
          turnSingleKeys(!singleKeys);
          setSingleKeys(!singleKeys);
        }}
      />
    </Dialog>
  );
}

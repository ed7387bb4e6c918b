'use client';

import { Command as Cmdk } from 'cmdk';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Kbd } from '#components/ui/kbd.tsx';
import { Modal } from '#components/ui/modal.tsx';
import { useFound } from '#components/ui/use-found.ts';
import type { Command, FoundRecord, NavKey } from './navigation.ts';
import { useRegisteredPageActions } from './page-actions.ts';

interface Entry {
  id: string;
  label: string;
  hint?: ReactNode;
  run: () => void;
}

function Entries({ heading, entries }: { heading: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Cmdk.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-faint"
    >
      {entries.map(({ id, label, hint, run }) => (
        <Cmdk.Item
          key={id}
          value={id}
          onSelect={run}
          className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 data-[selected=true]:bg-sunken pointer-coarse:min-h-10"
        >
          <span className="min-w-0 flex-1 truncate">{label}</span>
          {hint && <span className="flex shrink-0 gap-1 text-sm text-ink-faint">{hint}</span>}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}

/** Whether each of the typed words begins a word of the label or a keyword. */
function answers(typed: string, label: string, keywords: readonly string[] = []): boolean {
  const text = ` ${[label, ...keywords].join(' ')}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(` ${word}`) || text.includes(`_${word}`));
}

export interface CommandPaletteProps {
  nav: readonly NavKey[];
  commands: readonly Command[];
  searchUrl?: string;
  onClose: () => void;
}

/** Any record by number or words, any action of the page, any place: typed instead of looked for. */
export default function CommandPalette({ nav, commands, searchUrl = '', onClose }: CommandPaletteProps) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const { items, status } = useFound<FoundRecord>(searchUrl, words, searchUrl !== '' && words !== '');
  const pageActions = useRegisteredPageActions();

  function go(href: string) {
    onClose();
    router.push(href);
  }

  const records = (words === '' ? [] : items).map(
    ({ href, label, detail }): Entry => ({ id: `record ${href}`, label, hint: detail, run: () => go(href) }),
  );
  const actions = pageActions
    .filter(({ label, keywords }) => answers(words, label, keywords))
    .map(({ label, key, run }): Entry => {
      // Closing gives the focus back to the page; what the action focuses must come after that.
      const runAfterClosing = () => {
        onClose();
        setTimeout(run, 0);
      };
      return { id: `action ${label}`, label, hint: key && <Kbd>{key.toUpperCase()}</Kbd>, run: runAfterClosing };
    });
  const places = [...nav.map(({ href, label }): Command => ({ href, label: `Go to ${label}` })), ...commands]
    .filter(({ label, keywords }) => answers(words, label, keywords))
    .map(({ href, label }): Entry => ({ id: `place ${href}`, label, run: () => go(href) }));

  return (
    <Modal
      onClose={onClose}
      aria-label="Command palette"
      className="fixed top-[min(12vh,6rem)] mx-auto w-[36rem] max-w-[calc(100vw-1rem)] animate-rise overflow-hidden rounded-md border bg-raised text-ink shadow-float backdrop:bg-scrim"
    >
      <div data-modal-body>
        <Cmdk label="Command palette" shouldFilter={false} loop>
          <Cmdk.Input
            value={typed}
            onValueChange={setTyped}
            aria-label="Search or run a command"
            placeholder="Search records, go somewhere, do something"
            className="h-11 w-full border-b bg-transparent px-4 text-lg outline-none"
          />
          <Cmdk.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1">
            <Cmdk.Empty className="px-2 py-3 text-ink-muted">
              {status === 'loading' && 'Searching…'}
              {status === 'ready' && 'Nothing found.'}
              {status === 'failed' && 'The search did not answer. Type again to retry.'}
            </Cmdk.Empty>
            <Entries heading="Records" entries={records} />
            <Entries heading="On this page" entries={actions} />
            <Entries heading="Go to" entries={places} />
          </Cmdk.List>
        </Cmdk>
      </div>
    </Modal>
  );
}

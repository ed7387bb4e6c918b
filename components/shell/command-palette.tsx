'use client';

import { Command as Cmdk } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { HitPlace } from '#components/search/hit-place.tsx';
import { MarkedText } from '#components/search/marked-text.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { Modal } from '#components/ui/modal.tsx';
import { useTypeahead } from '#components/ui/use-typeahead.ts';
import type { Hit } from '#lib/search/hit.ts';
import { keyNames } from './key-names.ts';
import type { Command, NavKey } from './navigation.ts';
import { announceNavigation } from './navigation-event.ts';
import { type PageAction, useRegisteredPageActions } from './page-actions.ts';
import { PaletteEntries, type PaletteEntry } from './palette-entries.tsx';
import { answers, beginsSo, parted } from './palette-matches.ts';
import { placesOf } from './places.ts';

export interface CommandPaletteProps {
  nav: readonly NavKey[];
  commands: readonly Command[];
  onClose: () => void;
}

/** Finds records by number or words, actions of the page, and pages, by typing. */
export default function CommandPalette({ nav, commands, onClose }: CommandPaletteProps) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const { items, status, retry } = useTypeahead<Hit>('/api/search', words, words !== '');
  const pageActions = useRegisteredPageActions();

  function go(href: string) {
    onClose();
    announceNavigation(href);
    router.push(href);
  }

  const stale = status === 'loading';
  const records = (words === '' ? [] : items).map(
    (hit): PaletteEntry => ({
      id: `record ${hit.href}`,
      label: (
        <>
          {hit.number} <MarkedText pieces={hit.title} />
        </>
      ),
      below: hit.excerpt.length > 0 && <HitPlace hit={hit} />,
      hint: hit.state?.label ?? hit.label,
      stale,
      run: () => go(hit.href),
    }),
  );
  const failed: PaletteEntry[] =
    status === 'failed' ? [{ id: 'retry', label: "Couldn't search. Retry", run: retry }] : [];
  const entriesOf = (actions: readonly PageAction[]) =>
    actions
      .filter(({ label, keywords }) => answers(words, label, keywords))
      .map(({ label, key, run }): PaletteEntry => {
        // Closing returns the focus to the page; an action may set the focus only after that.
        const runAfterClosing = () => {
          onClose();
          setTimeout(run, 0);
        };
        return { id: `action ${label}`, label, hint: key && <Kbd>{keyNames(key)[0]}</Kbd>, run: runAfterClosing };
      });
  const entriesOfPlaces = (some: readonly Command[]) =>
    some.map(({ href, label }): PaletteEntry => ({ id: `place ${href}`, label, run: () => go(href) }));
  const [meant, places] = parted(
    placesOf(nav, commands).filter(({ label, keywords }) => answers(words, label, keywords)),
    ({ label }) => beginsSo(words, label),
  );
  const [meantActions, ownActions] = parted(
    pageActions.filter((each) => each.everywhere),
    ({ label }) => beginsSo(words, label),
  );

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
            placeholder="Search records, open a page, run an action"
            className="h-11 w-full border-b bg-transparent px-4 text-lg outline-none"
          />
          <Cmdk.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1">
            <Cmdk.Empty className="px-2 py-3 text-ink-muted">
              {status === 'loading' && 'Searching…'}
              {status === 'ready' && 'Nothing found.'}
            </Cmdk.Empty>
            <PaletteEntries
              heading="On this page"
              entries={entriesOf(pageActions.filter((each) => !each.everywhere))}
            />
            <PaletteEntries heading="Commands" entries={[...entriesOfPlaces(meant), ...entriesOf(meantActions)]} />
            <PaletteEntries heading="Results" entries={[...failed, ...records]} />
            <PaletteEntries heading="Go to" entries={entriesOfPlaces(places)} />
            <PaletteEntries heading="For you" entries={entriesOf(ownActions)} />
          </Cmdk.List>
        </Cmdk>
      </div>
    </Modal>
  );
}

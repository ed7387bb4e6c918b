import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { NAV_ID } from './nav-links.tsx';

function SearchBox({ action }: { action: string }) {
  return (
    <search data-top-search className="w-full max-w-md">
      <form action={action} className="relative">
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-2 size-4 -translate-y-1/2 text-ink-faint"
        />
        <TextInput
          type="search"
          name="q"
          aria-label="Search"
          placeholder="Number or words"
          autoComplete="off"
          className="pl-8"
        />
      </form>
    </search>
  );
}

/** What is above every page: on small screens the way to the navigation, then search and the person's own menu. */
export function TopBar({ searchAction, children }: { searchAction?: string; children: ReactNode }) {
  return (
    <header className="sticky top-0 z-30 flex h-(--top-bar) items-center gap-2 border-b bg-surface px-3 lg:px-6">
      <IconButton label="Menu" popoverTarget={NAV_ID} className="lg:hidden">
        <Icon name="menu" />
      </IconButton>
      <div className="min-w-0 flex-1">{searchAction && <SearchBox action={searchAction} />}</div>
      {children}
    </header>
  );
}

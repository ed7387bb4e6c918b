import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { NAV_ID } from './nav-links.tsx';
import { SearchBox } from './search-box.tsx';

interface TopBarProps {
  searchAction?: string | undefined;
  searchUrl?: string | undefined;
  children: ReactNode;
}

/** The top bar of every page: on small screens the navigation button, then search and the user's menu. */
export function TopBar({ searchAction, searchUrl, children }: TopBarProps) {
  return (
    <header className="sticky top-0 z-30 flex h-(--top-bar) items-center gap-2 border-b bg-surface px-3 lg:px-6">
      <IconButton label="Menu" popoverTarget={NAV_ID} className="lg:hidden">
        <Icon name="menu" />
      </IconButton>
      <div className="min-w-0 flex-1">
        {searchAction && searchUrl && <SearchBox action={searchAction} searchUrl={searchUrl} />}
      </div>
      {children}
    </header>
  );
}

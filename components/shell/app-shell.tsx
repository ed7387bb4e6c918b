'use client';

import type { ReactNode } from 'react';
import { LazyQuestionDialog } from '#components/actions/lazy-question-dialog.tsx';
import { INBOX } from '#components/inbox/bell-face.tsx';
import { InboxBell } from '#components/inbox/inbox-bell.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { Link } from '#components/ui/link.tsx';
import { LocaleProvider } from '#components/ui/locale-provider.tsx';
import { Toasts } from '#components/ui/toasts.tsx';
import { KeepFocus } from './keep-focus.tsx';
import { KeyLayer } from './key-layer.tsx';
import { NAV_ID, NavLinks } from './nav-links.tsx';
import type { Command, NavItem } from './navigation.ts';
import { NavigationProgress } from './navigation-progress.tsx';
import { SearchBox } from './search-box.tsx';
import { OPEN_PALETTE } from './shell-events.ts';
import type { Theme } from './theme.ts';
import { UserMenu } from './user-menu.tsx';
import { Wordmark } from './wordmark.tsx';

export interface AppShellProps {
  /** Groups of items, separated by a line. */
  nav: readonly (readonly NavItem[])[];
  /** The number of unread lines in the inbox. */
  unread: number;
  user: { id?: string | undefined; name: string; email: string };
  theme: Theme;
  timeZone: string;
  locale: string;
  /** The server's time, in milliseconds. */
  now: number;
  commands: readonly Command[];
  children: ReactNode;
}

/** The frame of every workspace page: navigation, top bar, keys, messages. Rendered from data, once. */
export function AppShell(props: AppShellProps) {
  const { nav, user, children } = props;
  const places = nav.flat().map(({ href, label, shortcut }) => ({ href, label, shortcut }));
  const keys = [...places, { href: INBOX, label: 'Inbox', shortcut: 'b' }];
  return (
    <LocaleProvider timeZone={props.timeZone} locale={props.locale} now={props.now}>
      <div className="min-h-dvh [--top-bar:3rem] lg:grid lg:grid-cols-[13.75rem_minmax(0,1fr)]">
        <nav
          id={NAV_ID}
          aria-label="Main"
          popover="auto"
          className="h-dvh w-64 max-w-none overflow-y-auto border-r bg-canvas text-ink max-lg:m-0 max-lg:shadow-float max-lg:backdrop:bg-scrim lg:sticky lg:top-0 lg:block lg:w-auto"
        >
          <div className="flex h-(--top-bar) items-center border-b px-4">
            <Link href="/workspace" className="flex rounded-sm">
              <Wordmark />
            </Link>
          </div>
          <NavLinks groups={nav} />
        </nav>
        <div className="flex min-h-dvh min-w-0 flex-col bg-surface">
          <TopBar>
            <PaletteButton />
            <InboxBell unread={props.unread} />
            <UserMenu {...user} theme={props.theme} />
          </TopBar>
          <main
            id="main"
            tabIndex={-1}
            className="relative flex-1 px-3 pt-4 pb-8 [--sticky-top:var(--top-bar)] lg:px-6"
          >
            {children}
            <NavigationProgress />
          </main>
        </div>
      </div>
      <Toasts />
      <LazyQuestionDialog />
      <KeepFocus />
      <KeyLayer nav={keys} commands={props.commands} />
    </LocaleProvider>
  );
}

/** The top bar of every page: on small screens the navigation button, then search and the user's menu. */
function TopBar({ children }: { children: ReactNode }) {
  return (
    <header className="sticky top-0 z-30 flex h-(--top-bar) items-center gap-2 border-b bg-surface px-3 lg:px-6">
      <IconButton label="Menu" popoverTarget={NAV_ID} className="lg:hidden">
        <Icon name="menu" />
      </IconButton>
      <div className="min-w-0 flex-1">
        <SearchBox />
      </div>
      {children}
    </header>
  );
}

/** For users who don't know Ctrl+K yet. */
function PaletteButton() {
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

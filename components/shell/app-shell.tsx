'use client';

import type { ReactNode } from 'react';
import { LazyQuestionDialog } from '#components/actions/lazy-question-dialog.tsx';
import { INBOX } from '#components/inbox/bell-face.tsx';
import { InboxBell } from '#components/inbox/inbox-bell.tsx';
import { Link } from '#components/ui/link.tsx';
import { LocaleProvider } from '#components/ui/locale-provider.tsx';
import { Toasts } from '#components/ui/toasts.tsx';
import { KeepFocus } from './keep-focus.tsx';
import { KeyLayer } from './key-layer.tsx';
import { NAV_ID, NavLinks } from './nav-links.tsx';
import type { Command, NavItem } from './navigation.ts';
import { NavigationProgress } from './navigation-progress.tsx';
import { PaletteButton } from './palette-button.tsx';
import type { Theme } from './theme.ts';
import { TopBar } from './top-bar.tsx';
import { UserMenu } from './user-menu.tsx';
import { Wordmark } from './wordmark.tsx';

export interface AppShellProps {
  homeHref: string;
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
  /** The page that answers `?q=` on Enter in the top bar's search box; absent: no search box. */
  searchAction?: string;
  /** The address that answers `?q=` with matching records as JSON, for the command palette. */
  searchUrl?: string;
  commands?: readonly Command[];
  profileHref?: string;
  signOutAction: () => Promise<void>;
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
            <Link href={props.homeHref} className="flex rounded-sm">
              <Wordmark />
            </Link>
          </div>
          <NavLinks groups={nav} />
        </nav>
        <div className="flex min-h-dvh min-w-0 flex-col bg-surface">
          <TopBar searchAction={props.searchAction} searchUrl={props.searchUrl}>
            <PaletteButton />
            <InboxBell unread={props.unread} />
            <UserMenu
              id={user.id}
              name={user.name}
              email={user.email}
              theme={props.theme}
              profileHref={props.profileHref}
              signOutAction={props.signOutAction}
            />
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
      <KeyLayer nav={keys} commands={props.commands ?? []} searchUrl={props.searchUrl} />
    </LocaleProvider>
  );
}

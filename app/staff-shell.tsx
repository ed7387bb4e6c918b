import { cookies, headers } from 'next/headers';
import type { ComponentProps, ReactNode } from 'react';
import { LiveProvider } from '#components/live/live-provider.tsx';
import { AppShell } from '#components/shell/app-shell.tsx';
import { readTheme, THEME_COOKIE } from '#components/shell/theme.ts';
import { DraftScope } from '#components/ui/drafts/draft-scope.tsx';
import { now } from '#lib/platform/clock.ts';
import { PAGE_LANGUAGE, readerLocale } from '#lib/platform/reader-locale.ts';
import { requireSession } from '#lib/session/current-actor.ts';

interface StaffShellProps extends Pick<ComponentProps<typeof AppShell>, 'nav' | 'unread' | 'commands'> {
  /** Of a user whose unsent steps of a day may be in this browser. */
  userId?: string;
  /** Above the page. */
  before: ReactNode;
  children: ReactNode;
}

/** What all pages of staff have around them: navigation, search, inbox, user menu, live updates. */
export async function StaffShell({ nav, unread, commands, userId, before, children }: StaffShellProps) {
  const [{ actor, email, expiresAt }, jar, requestHeaders] = await Promise.all([
    requireSession(),
    cookies(),
    headers(),
  ]);
  return (
    <LiveProvider session={{ personId: actor.id, email, expiresAt: expiresAt.getTime() }} drawnAt={now().getTime()}>
      <AppShell
        nav={nav}
        unread={unread}
        commands={commands}
        user={{ id: userId, name: actor.name, email }}
        theme={readTheme(jar.get(THEME_COOKIE)?.value)}
        timeZone={actor.timeZone}
        locale={readerLocale(PAGE_LANGUAGE, requestHeaders.get('accept-language'))}
        now={now().getTime()}
      >
        {before}
        <DraftScope scope={actor.id}>{children}</DraftScope>
      </AppShell>
    </LiveProvider>
  );
}

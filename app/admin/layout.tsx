import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { adminNav } from '#components/admin/admin-nav.tsx';
import { adminPagesOf } from '#components/admin/admin-pages.ts';
import { DemoPasswordBanner } from '#components/admin/demo-password-banner.tsx';
import { LiveProvider } from '#components/live/live-provider.tsx';
import { AppShell } from '#components/shell/app-shell.tsx';
import { readTheme, THEME_COOKIE } from '#components/shell/theme.ts';
import { KeptTextsAbout } from '#components/ui/kept/kept-texts-about.tsx';
import { countUnread } from '#lib/inbox/unread.ts';
import { now } from '#lib/platform/clock.ts';
import { PAGE_LANGUAGE, readerLocale } from '#lib/platform/reader-locale.ts';
import { requireSession } from '#lib/session/current-actor.ts';
import { signOutAction } from '#lib/sign-in/actions.ts';
import { demoAccounts } from '#lib/sign-in/demo-accounts.ts';
import { requireSomePage } from './require-administrator.ts';

export const metadata: Metadata = {
  title: { default: 'Administration', template: '%s · Administration · Casebridge' },
};

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireSomePage();
  const [{ email, expiresAt }, jar, asked] = await Promise.all([requireSession(), cookies(), headers()]);
  return (
    <LiveProvider session={{ personId: actor.id, email, expiresAt: expiresAt.getTime() }} drawnAt={now().getTime()}>
      <AppShell
        homeHref="/workspace"
        nav={adminNav(actor)}
        unread={await countUnread(actor)}
        commands={adminPagesOf(actor)}
        user={{ name: actor.name, email }}
        theme={readTheme(jar.get(THEME_COOKIE)?.value)}
        timeZone={actor.timeZone}
        locale={readerLocale(PAGE_LANGUAGE, asked.get('accept-language'))}
        now={now().getTime()}
        searchAction="/workspace/search"
        searchUrl="/api/search"
        profileHref="/workspace/profile"
        signOutAction={signOutAction}
      >
        <DemoPasswordBanner accounts={(await demoAccounts()).length} />
        <KeptTextsAbout about={actor.id}>{children}</KeptTextsAbout>
      </AppShell>
    </LiveProvider>
  );
}

import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { adminPagesOf } from '#components/admin/admin-pages.ts';
import { LiveProvider } from '#components/live/live-provider.tsx';
import { AppShell } from '#components/shell/app-shell.tsx';
import { readTheme, THEME_COOKIE } from '#components/shell/theme.ts';
import { ForgetDay } from '#components/technician-day/forget-day.tsx';
import { KeptTextsAbout } from '#components/ui/kept/kept-texts-about.tsx';
import { creationCommands, workspaceNav } from '#components/workspace/workspace-nav.tsx';
import { countOpenWork } from '#lib/home/open-work.ts';
import { now } from '#lib/platform/clock.ts';
import { PAGE_LANGUAGE, readerLocale } from '#lib/platform/reader-locale.ts';
import { requireSession } from '#lib/session/current-actor.ts';
import { signOutAction } from '#lib/sign-in/actions.ts';

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { actor, email, expiresAt } = await requireSession();
  const [work, jar, asked] = await Promise.all([countOpenWork(actor), cookies(), headers()]);
  return (
    <LiveProvider session={{ personId: actor.id, email, expiresAt: expiresAt.getTime() }} drawnAt={now().getTime()}>
      <AppShell
        homeHref="/workspace"
        nav={workspaceNav(actor, work)}
        unread={work.unread}
        commands={[...creationCommands(actor), ...adminPagesOf(actor)]}
        user={{ id: actor.id, name: actor.name, email }}
        theme={readTheme(jar.get(THEME_COOKIE)?.value)}
        timeZone={actor.timeZone}
        locale={readerLocale(PAGE_LANGUAGE, asked.get('accept-language'))}
        now={now().getTime()}
        searchAction="/workspace/search"
        searchUrl="/api/search"
        profileHref="/workspace/profile"
        signOutAction={signOutAction}
      >
        <ForgetDay personId={actor.id} />
        <KeptTextsAbout about={actor.id}>{children}</KeptTextsAbout>
      </AppShell>
    </LiveProvider>
  );
}

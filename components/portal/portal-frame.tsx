import type { ReactNode } from 'react';
import { Wordmark } from '#components/shell/wordmark.tsx';
import { DraftScope } from '#components/ui/drafts/draft-scope.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Say } from '#lib/words/words.ts';
import { DoneMessages } from './done.tsx';
import { PortalLive } from './portal-live.tsx';
import { PortalNav } from './portal-nav.tsx';
import { portalPlaces } from './portal-places.ts';
import { SignOut } from './sign-out.tsx';

type Props = { person: { id: string; name: string; account: string | null }; say: Say; children: ReactNode };

/** The frame of every portal page: the header, and the listener for live changes. */
export function PortalFrame({ person, say, children }: Props) {
  return (
    <div
      id="portal"
      data-failed={say('page.failed')}
      data-again={say('page.failed.again')}
      className="min-h-dvh bg-canvas text-ink"
    >
      <header className="border-b bg-surface">
        <div className="mx-auto flex min-h-13 max-w-6xl flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1 sm:px-4">
          <Link href="/portal" className="flex min-h-10 items-center rounded-sm">
            <Wordmark />
          </Link>
          <PortalNav places={portalPlaces(say)} words={{ main: say('nav.main'), menu: say('nav.menu') }} />
          <div className="flex min-w-0 items-center gap-2 max-md:basis-full md:ml-auto">
            <p className="min-w-0 flex-1 text-sm">
              <span className="font-medium wrap-anywhere">{person.name}</span>
              {person.account && <span className="text-ink-muted wrap-anywhere"> · {person.account}</span>}
            </p>
            <SignOut label={say('nav.sign-out')} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-3 pt-4 pb-12 sm:px-4">
        <DraftScope scope={person.id}>{children}</DraftScope>
      </main>
      <DoneMessages />
      <PortalLive words={{ ended: say('session.ended'), signIn: say('session.sign-in') }} />
    </div>
  );
}

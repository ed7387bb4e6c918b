import type { ReactNode } from 'react';
import { Wordmark } from '#components/shell/wordmark.tsx';
import { ClearCachedDay } from '#components/technician-day/clear-cached-day.tsx';

/** The page around a form shown before sign-in: sign-in itself, first set-up. */
export function AuthPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="grid min-h-dvh place-items-center px-4 py-8">
      <ClearCachedDay personId={null} />
      <div className="w-full max-w-104">
        <div className="pb-4 text-lg">
          <Wordmark />
        </div>
        <div className="rounded-md border bg-surface p-6">
          <h1 className="pb-4 text-xl font-semibold tracking-tight">{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}

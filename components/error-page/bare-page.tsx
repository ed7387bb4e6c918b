import type { ReactNode } from 'react';
import { Wordmark } from '#components/shell/wordmark.tsx';

/** A page without the workspace around it. */
export function BarePage({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 p-4">
      <div className="flex justify-center">
        <Wordmark />
      </div>
      {children}
    </main>
  );
}

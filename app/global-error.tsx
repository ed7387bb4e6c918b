'use client';

import { BarePage } from '#components/error-page/bare-page.tsx';
import { ErrorPage } from '#components/error-page/error-page.tsx';
import './globals.css';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** Shown when even the root layout fails. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="en">
      <body>
        <BarePage>
          <ErrorPage retry={retry} digest={error.digest} />
        </BarePage>
      </body>
    </html>
  );
}

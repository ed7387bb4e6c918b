'use client';

import { BarePage } from '#components/trouble/bare-page.tsx';
import { Trouble } from '#components/trouble/trouble.tsx';
import './globals.css';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** Even the outermost layout failed. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="en">
      <body>
        <BarePage>
          <Trouble retry={retry} digest={error.digest} />
        </BarePage>
      </body>
    </html>
  );
}

'use client';

import { BarePage } from '#components/error-page/bare-page.tsx';
import { ErrorPage } from '#components/error-page/error-page.tsx';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** What stands around the pages failed: most often the database is away. */
export default function RootError({ error, retry }: Props) {
  return (
    <BarePage>
      <ErrorPage retry={retry} digest={error.digest} />
    </BarePage>
  );
}

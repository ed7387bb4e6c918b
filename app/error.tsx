'use client';

import { BarePage } from '#components/trouble/bare-page.tsx';
import { Trouble } from '#components/trouble/trouble.tsx';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** What stands around the pages failed: most often the database is away. */
export default function RootError({ error, retry }: Props) {
  return (
    <BarePage>
      <Trouble retry={retry} digest={error.digest} />
    </BarePage>
  );
}

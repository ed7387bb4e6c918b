'use client';

import { ErrorPage } from '#components/error-page/error-page.tsx';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** Shows a page's error inside the administration layout. */
export default function AdminError({ error, retry }: Props) {
  return <ErrorPage retry={retry} digest={error.digest} />;
}

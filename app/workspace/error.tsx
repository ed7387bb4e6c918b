'use client';

import { ErrorPage } from '#components/error-page/error-page.tsx';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** A page that failed, with the workspace still around it. */
export default function WorkspaceError({ error, retry }: Props) {
  return <ErrorPage retry={retry} digest={error.digest} />;
}

'use client';

import { Trouble } from '#components/trouble/trouble.tsx';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** A page that failed, with the workspace still around it. */
export default function WorkspaceError({ error, retry }: Props) {
  return <Trouble retry={retry} digest={error.digest} />;
}

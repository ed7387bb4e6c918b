'use client';

import { Trouble } from '#components/trouble/trouble.tsx';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** A page that failed, with the administration still around it. */
export default function AdminError({ error, retry }: Props) {
  return <Trouble retry={retry} digest={error.digest} />;
}

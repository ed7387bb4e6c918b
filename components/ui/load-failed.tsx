import type { ReactNode } from 'react';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { RefusedAnswer } from './fetch-json.ts';

interface LoadFailedProps {
  onRetry: () => void;
  /** The error; a refusal's message replaces `children`. */
  error?: unknown;
  children: ReactNode;
}

/** What could not be loaded, with a button to retry. */
export function LoadFailed({ onRetry, error, children }: LoadFailedProps) {
  return (
    <Banner
      tone="error"
      action={
        <Button size="s" onClick={onRetry}>
          Retry
        </Button>
      }
    >
      {error instanceof RefusedAnswer ? error.message : children}
    </Banner>
  );
}

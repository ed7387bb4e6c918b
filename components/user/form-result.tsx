import { Banner } from '#components/ui/banner.tsx';
import type { ActionResult } from '#lib/platform/action-result.ts';

/** The line with a form's result. */
export function FormResult({ result }: { result: ActionResult | null }) {
  if (!result) return null;
  if (result.ok) return <Banner tone="success">{result.message}</Banner>;
  return (
    <Banner tone="error" rule={result.rule}>
      {result.message}
    </Banner>
  );
}

import { Banner } from '#components/ui/banner.tsx';
import type { ActionResult } from '#lib/platform/action-result.ts';

type Refused = Extract<ActionResult, { ok: false }>;

/** The reason of a refusal, unless a field shows it. */
export function Refusal({ refused }: { refused: Refused | null }) {
  if (!refused || Object.keys(refused.fieldErrors ?? {}).length > 0) return null;
  return (
    <Banner tone="error" rule={refused.rule}>
      {refused.message}
    </Banner>
  );
}

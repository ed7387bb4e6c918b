import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Refused } from './call-action.ts';
import { FieldRefusal } from './field-refusal.tsx';

/** CASE-6, PRB-2 · The refusal only asks for confirmation; a confirmed retry succeeds. */
const asksConfirmation = ({ details }: Refused) =>
  typeof details === 'object' && details !== null && 'confirm' in details;

/** REC-5 · The reason of a refusal, on top of the form, unless a field shows it. */
export function RefusalBanner({
  refused,
  onConfirm,
}: {
  refused: Refused | null;
  onConfirm?: (() => void) | undefined;
}) {
  if (!refused) return null;
  if (onConfirm && asksConfirmation(refused))
    return (
      <div role="alert">
        <Banner
          tone="warning"
          rule={refused.rule}
          className="mb-4"
          action={
            <Button size="s" onClick={onConfirm}>
              Confirm
            </Button>
          }
        >
          {refused.message}
        </Banner>
      </div>
    );
  if (Object.keys(refused.fieldErrors ?? {}).length > 0) return <FieldRefusal refused={refused} />;
  return (
    <Banner tone="error" rule={refused.rule} className="mb-4">
      {refused.message}
    </Banner>
  );
}

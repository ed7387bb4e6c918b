'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { confirmRunAction, resumeRunAction, retryFailedAction, stopRunAction } from '#lib/customer-messages/actions.ts';
import type { RunProgress } from '#lib/customer-messages/progress.ts';
import type { RunOf } from '#lib/customer-messages/schema.ts';
import type { Action } from '#lib/door/action.ts';

interface RunButtonProps {
  runId: string;
  label: string;
  action: Action<RunOf, undefined>;
  primary?: boolean;
}

function RunButton({ runId, label, action, primary }: RunButtonProps) {
  const { run, pending, refused } = useAction((input: RunOf) => action(input));
  return (
    <>
      <RefusalToast refused={refused} />
      <Button
        size="s"
        variant={primary ? 'primary' : 'secondary'}
        aria-busy={pending || undefined}
        onClick={() => run({ runId })}
      >
        {label}
      </Button>
    </>
  );
}

/** NOT-3, NOT-7 · The actions available for a message now. */
export function RunButtons({ run: { id: runId, may } }: { run: RunProgress }) {
  return (
    <>
      {may.confirm && <RunButton runId={runId} label="Confirm" action={confirmRunAction} primary />}
      {may.stop && <RunButton runId={runId} label="Stop" action={stopRunAction} />}
      {may.resume && <RunButton runId={runId} label="Resume" action={resumeRunAction} primary />}
      {may.retry && <RunButton runId={runId} label="Retry failed" action={retryFailedAction} />}
    </>
  );
}

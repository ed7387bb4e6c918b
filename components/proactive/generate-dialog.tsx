'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { generateCasesAction, generateWithMessageAction } from '#lib/proactive/actions.ts';
import type { RunDraft } from '#lib/proactive/run-draft.ts';
import type { CustomerSort } from '#lib/proactive/source.ts';
import type { GenerateCasesProps } from './generate-cases.tsx';
import { RunSummary } from './run-summary.tsx';
import { WithCommunication } from './with-communication.tsx';

const sorts = [
  { value: 'accounts', label: 'Accounts' },
  { value: 'consumers', label: 'Consumers' },
] as const;

/** What one run is for: those of the selection that are of its sort, or all. */
function runFor({ source, selected }: GenerateCasesProps, of: CustomerSort) {
  const ofSort = selected?.filter(({ isConsumer }) => isConsumer === (of === 'consumers'));
  return { ...source, of, ...(ofSort ? { customerIds: ofSort.map(({ id }) => id) } : {}) };
}

type Run = ReturnType<typeof runFor>;

function useRunDraft({ customerIds, ...run }: Run) {
  const nobody = customerIds?.length === 0;
  const asked = new URLSearchParams({ ...run, ...(customerIds ? { customerIds: customerIds.join() } : {}) });
  return useQuery({
    queryKey: ['proactive-run', asked.toString()],
    queryFn: ({ signal }) => fetchJson<RunDraft>(`/api/proactive-run?${asked}`, signal),
    enabled: !nobody,
    gcTime: 0,
    retry: false,
  });
}

/** PRO-1, PRO-8 · Says before what will be made and for whom; accounts and consumers are runs of their own. */
export function GenerateDialog({ onClose, ...props }: GenerateCasesProps & { onClose: () => void }) {
  const consumersOnly = props.selected?.every(({ isConsumer }) => isConsumer) ?? false;
  const [of, setOf] = useState<CustomerSort>(consumersOnly ? 'consumers' : 'accounts');
  const run = runFor(props, of);
  const { data: draft, error, isFetching, refetch } = useRunDraft(run);
  const [writes, setWrites] = useState(false);
  const [text, setText] = useKeptText('generate with communication');
  const generate = useAction(generateCasesAction, { once: 'generate proactive cases', onDone: onClose });
  const withMessage = useAction(generateWithMessageAction, {
    once: 'generate with communication',
    onDone: () => {
      setText('');
      onClose();
    },
  });
  const { pending, refused, errors } = writes ? withMessage : generate;
  return (
    <DialogForm
      title="Generate Proactive Cases"
      description={`Each of them gets a case of ${props.source.number}, filled by the field mapping.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      disabled={!draft || draft.count === 0}
      onSubmit={() => (writes ? withMessage.run({ ...run, text }) : generate.run(run))}
    >
      <SegmentedControl label="For" value={of} onChange={setOf} options={sorts} />
      <div className="mt-3 min-h-24">
        {draft && <RunSummary draft={draft} of={of} />}
        {error && !draft && !isFetching && (
          <LoadFailed error={error} onRetry={() => void refetch()}>
            What would be made could not be asked.
          </LoadFailed>
        )}
        {isFetching && !draft && <SkeletonRows rows={3} label="Looking at what would be made" />}
        {draft?.communication && draft.count > 0 && (
          <WithCommunication
            {...{ of, writes, setWrites, text, setText }}
            communication={draft.communication}
            error={errors.text}
          />
        )}
        {run.customerIds?.length === 0 && <p className="text-ink-muted">No {of} are selected.</p>}
      </div>
    </DialogForm>
  );
}

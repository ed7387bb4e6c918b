'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { CustomerSort } from '#lib/kinds/outage-source.ts';
import { generateCasesAction, generateWithMessageAction } from '#lib/proactive/actions.ts';
import { counted } from '#lib/record/counted.ts';
import type { GenerateCasesProps } from './generate-cases.tsx';
import { RunSummary } from './run-summary.tsx';
import { remaining, runFor, useRunDraft, whyNoRun } from './use-run-draft.ts';
import { WithCommunication } from './with-communication.tsx';

const sorts = [
  { value: 'accounts', label: 'Accounts' },
  { value: 'consumers', label: 'Consumers' },
] as const;

/** PRO-1, PRO-8 · First shows what will be created and for whom; accounts and consumers are separate runs. */
export function GenerateDialog({ onClose, ...props }: GenerateCasesProps & { onClose: () => void }) {
  const consumersOnly = props.selected?.every(({ isConsumer }) => isConsumer) ?? false;
  const [of, setOf] = useState<CustomerSort>(consumersOnly ? 'consumers' : 'accounts');
  const run = runFor(props, of);
  const { data: draft, error, isFetching, refetch } = useRunDraft(run);
  const [text, setText] = useDraftText('generate with communication');
  // An existing draft is meant to be sent.
  const [writes, setWrites] = useState(text !== '');
  function done() {
    onClose();
    props.onDone?.();
  }
  const generate = useAction(generateCasesAction, { once: 'generate proactive cases', onDone: done });
  const withMessage = useAction(generateWithMessageAction, {
    once: 'generate with communication',
    onDone: () => {
      setText('');
      done();
    },
  });
  const { pending, refused, errors } = writes ? withMessage : generate;
  const isMade = draft !== undefined && draft.count > 0 && draft.refused === null;
  return (
    <DialogForm
      title="Generate Proactive Cases"
      verb={draft && isMade ? `Generate ${counted('case', draft.count)}` : 'Generate'}
      description={`Each one gets a case linked to ${props.source.number}, filled in by the field mapping.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      disabled={!isMade}
      onSubmit={() => (writes ? withMessage.run({ ...run, text }) : generate.run(run))}
    >
      <SegmentedControl label="For" value={of} onChange={setOf} options={sorts} />
      <div className="mt-3 min-h-24">
        {draft && (
          <RunSummary
            {...{ draft, of, ofSelection: run.customerIds !== undefined, remain: remaining(props, of, draft) }}
          />
        )}
        {error && !draft && !isFetching && (
          <LoadFailed error={error} onRetry={() => void refetch()}>
            The preview couldn't be loaded.
          </LoadFailed>
        )}
        {isFetching && !draft && <SkeletonRows rows={3} label="Loading the preview" />}
        {isMade && draft.communication && (
          <WithCommunication
            {...{ of, writes, setWrites, text, setText }}
            communication={draft.communication}
            error={errors.text}
          />
        )}
        <p className="text-ink-muted empty:hidden">{whyNoRun(run)}</p>
      </div>
    </DialogForm>
  );
}

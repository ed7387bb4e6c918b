'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { counted } from '#lib/record/counted.ts';
import type { BulkPartProps } from './bulk-bar.tsx';
import { NotPossible } from './bulk-menu.tsx';
import { type EntryType, postInEach } from './bulk-runs.ts';
import { BulkWords } from './bulk-words.tsx';
import { useBulkChoices } from './use-bulk-choices.ts';

/** REC-1 · Posts the same comment or work note to each selected record; first says who reads it and which records take none. */
export function BulkEntryDialog({
  type,
  kind,
  selected,
  bulk,
  onClose,
}: BulkPartProps & { type: EntryType; onClose: () => void }) {
  const [text, setText] = useDraftText(`bulk ${kind} ${type}`);
  const { data, isError, error, refetch } = useBulkChoices(kind, selected, true);
  const { cannot = [], audience = [] } = (type === 'comment' ? data?.comment : data?.workNote) ?? {};
  const title = `${type === 'comment' ? 'Comment' : 'Work note'}: ${counted(kind, selected.length)}`;

  function submit() {
    onClose();
    bulk.run(
      postInEach(kind, type, text, () => setText('')),
      selected,
    );
  }

  return (
    <DialogForm
      title={title}
      verb={type === 'comment' ? 'Post comment' : 'Post work note'}
      onClose={onClose}
      refused={null}
      pending={!data && !isError}
      disabled={!data || text.trim() === '' || cannot.length === selected.length}
      onSubmit={submit}
      onCancel={() => setText('')}
    >
      {isError && (
        <LoadFailed error={error} onRetry={() => void refetch()}>
          Couldn't load who will read it.
        </LoadFailed>
      )}
      <BulkWords type={type} kind={kind} audience={audience} value={text} onChange={setText} />
      <NotPossible numbers={cannot} />
    </DialogForm>
  );
}

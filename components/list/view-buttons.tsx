'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { deleteViewAction, saveViewAction } from '#lib/saved-view/actions.ts';
import type { TaskKind } from '#lib/task/kind.ts';

/** Keeps what the list shows now under a name. */
export function SaveViewButton({ kind, query }: { kind: TaskKind; query: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" variant="quiet" icon={<Icon name="bookmark-plus" />} onClick={() => setOpen(true)}>
        Save view
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Save view" size="s">
        <ViewForm kind={kind} query={query} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ViewForm({ kind, query, onDone }: { kind: TaskKind; query: string; onDone: () => void }) {
  const { submit, refused, errors, typedOr } = useAction(saveViewAction, { onDone });
  return (
    <form action={submit} className="grid gap-3">
      <RefusalBanner refused={refused} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="query" value={query} />
      <Field label="Name" required error={errors.name} hint="Filters, words and order, for you alone.">
        {(control) => <TextInput {...control} name="name" defaultValue={typedOr('name', '')} maxLength={60} />}
      </Field>
      <DialogActions>
        <DialogCancel />
        <SubmitButton>Save</SubmitButton>
      </DialogActions>
    </form>
  );
}

/** Takes a view away; what it showed stays, and can be saved again. */
export function DeleteViewButton({ view, path }: { view: { id: string; name: string; query: string }; path: string }) {
  const router = useRouter();
  const { run, refused } = useAction(deleteViewAction, {
    onDone: () => router.replace(view.query ? `${path}?${view.query}` : path),
  });

  return (
    <>
      <IconButton label={`Delete view ${view.name}`} size="s" onClick={() => run({ id: view.id })}>
        <Icon name="x" />
      </IconButton>
      <RefusalToast refused={refused} />
    </>
  );
}

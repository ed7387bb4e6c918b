'use client';

import { BookmarkPlus, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useActionState, useState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { toast } from '#components/ui/toast.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import { deleteViewAction, saveViewAction } from '#lib/saved-view/actions.ts';
import type { TaskKind } from '#lib/task/kind.ts';

/** Keeps what the list shows now under a name. */
export function SaveViewButton({ kind, query }: { kind: TaskKind; query: string }) {
  const [open, setOpen] = useState(false);
  const [result, save] = useActionState(async (before: ActionResult<undefined> | null, data: FormData) => {
    const now = await saveViewAction(before, data);
    if (now.ok) {
      setOpen(false);
      toast({ text: now.message ?? '' });
    }
    return now;
  }, null);
  const error = result?.ok === false ? result : null;

  return (
    <>
      <Button size="s" variant="quiet" icon={<BookmarkPlus aria-hidden />} onClick={() => setOpen(true)}>
        Save view
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Save view" size="s">
        <form action={save} className="grid gap-3">
          {error && (
            <Banner tone="error" rule={error.rule}>
              {error.message}
            </Banner>
          )}
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="query" value={query} />
          <Field label="Name" required error={error?.fieldErrors?.name} hint="Filters, words and order, for you alone.">
            {(control) => <TextInput {...control} name="name" maxLength={60} />}
          </Field>
          <DialogActions>
            <DialogCancel />
            <SubmitButton>Save</SubmitButton>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}

/** Takes a view away; what it showed stays, and can be saved again. */
export function DeleteViewButton({ view, path }: { view: { id: string; name: string; query: string }; path: string }) {
  const router = useRouter();

  async function remove() {
    const result = await deleteViewAction({ id: view.id });
    toast({ tone: result.ok ? 'success' : 'error', text: result.message ?? '' });
    if (result.ok) router.replace(view.query ? `${path}?${view.query}` : path);
  }

  return (
    <IconButton label={`Delete view ${view.name}`} size="s" onClick={remove}>
      <X aria-hidden />
    </IconButton>
  );
}

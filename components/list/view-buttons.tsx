'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callAction } from '#components/actions/call-action.ts';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { toast } from '#components/ui/toast.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { deleteViewAction, editViewAction, saveViewAction } from '#lib/saved-view/actions.ts';
import type { View } from '#lib/saved-view/queries.ts';
import { ViewForm } from './view-form.tsx';

interface SaveViewButtonProps {
  kind: TaskKind;
  query: string;
  mayShare: boolean;
}

/** Saves the list's current query under a name. */
export function SaveViewButton({ kind, query, mayShare }: SaveViewButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" variant="quiet" icon={<Icon name="bookmark-plus" />} onClick={() => setOpen(true)}>
        Save view
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Save view" size="s">
        <ViewForm action={saveViewAction} hidden={{ kind, query }} mayShare={mayShare} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface ViewMenuProps {
  kind: TaskKind;
  view: View;
  path: string;
  mayShare: boolean;
}

/** Renames, shares or deletes a view; the toast offers to restore a deleted one. */
export function ViewMenu({ kind, view, path, mayShare }: ViewMenuProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { id, name, query, shared } = view;
  const bringBack = async () => {
    const answer = await callAction(() => saveViewAction({ kind, name, query, shared }));
    toast({ text: answer.message ?? `View ${name} saved.`, tone: answer.ok ? 'success' : 'error' });
  };
  const { run, pending, refused } = useAction(deleteViewAction, {
    quiet: true,
    onDone: () => {
      toast({ text: `View ${name} deleted.`, action: { label: 'Undo', run: () => void bringBack() } });
      router.replace(query ? `${path}?${query}` : path);
    },
  });

  return (
    <>
      <IconButton label={`Edit view ${name}`} size="s" onClick={() => setOpen(true)}>
        <Icon name="pencil" />
      </IconButton>
      <IconButton label={`Delete view ${name}`} size="s" aria-busy={pending || undefined} onClick={() => run({ id })}>
        <Icon name="x" />
      </IconButton>
      <RefusalToast refused={refused} />
      <Dialog open={open} onOpenChange={setOpen} title="Edit view" size="s">
        <ViewForm
          action={editViewAction}
          hidden={{ id }}
          view={view}
          mayShare={mayShare}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}

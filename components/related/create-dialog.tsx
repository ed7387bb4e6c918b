'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { useDraft } from '#components/field/use-draft.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { links } from '#lib/record/link.ts';
import { createFromCaseAction } from '#lib/related/actions.ts';
import type { CreateDraft } from '#lib/related/create-draft.ts';
import { linkUpdatesText } from '#lib/related/rules/link-updates-text.ts';
import type { CreateDraftQuery } from '#lib/related/schema.ts';
import { creating, draftOf } from '#lib/related/source-ref.ts';
import { CreateFields } from './create-fields.tsx';
import type { RelatedDialogProps } from './related-dialog.tsx';

function useCreateDraft(query: CreateDraftQuery, enabled = true) {
  return useQuery({
    queryKey: ['create-draft', query],
    queryFn: ({ signal }) => fetchJson<CreateDraft>(`/api/create-draft?${new URLSearchParams(query)}`, signal),
    enabled,
    // Each dialog requests its draft once; the form then stays as it is.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });
}

/** REL-17 · The draft, with the group of the configuration item currently chosen in the dialog. */
function useProposedGroup(draft: CreateDraft | undefined, { item, ...query }: CreateDraftQuery) {
  const { data, isFetching } = useCreateDraft({ ...query, item }, item !== undefined);
  if (!draft || item === undefined || !data) return { draft, pending: isFetching };
  const isGroup = ({ name }: { name: string }) => name === 'assignmentGroupId';
  const group = data.fields.find(isGroup);
  const fields = draft.fields.map((field) => (group && isGroup(field) ? group : field));
  const shown = [
    ...draft.shown.filter(({ label }) => label !== 'Assignment group'),
    ...data.shown.filter(({ label }) => label === 'Assignment group'),
  ];
  return { draft: { ...draft, fields, shown, groupHint: data.groupHint }, pending: isFetching };
}

const noFields = {};

/** REL-17 · Creates a record from the case or incident, with copied values filled in. */
export function CreateDialog({
  action: { link, label },
  variant,
  source,
  updates,
  onClose,
}: RelatedDialogProps & Pick<CreateDraftQuery, 'variant'>) {
  const query = draftOf(source, variant);
  const { data: begun, error, isFetching, refetch } = useCreateDraft(query);
  const [item, setItem] = useState<string>();
  const { draft, pending: proposing } = useProposedGroup(begun, { ...query, item });
  const fields = draft ? Object.fromEntries(draft.fields.map((field) => [field.name, field])) : noFields;
  const typed = useDraft(`create ${variant}`, fields, 1);
  const chosen = String(typed.valueOf('configurationItemId') ?? '');
  if (draft && chosen !== item && (item !== undefined || typed.names.includes('configurationItemId'))) setItem(chosen);

  return (
    <ActionDialog
      size="l"
      title={label}
      verb={`Create ${links[link].noun.toLowerCase()}`}
      description={`This ${links[link].noun.toLowerCase()} will be linked to ${source.number}. ${linkUpdatesText(updates)}`}
      onClose={onClose}
      disabled={!draft || proposing}
      action={createFromCaseAction}
      input={creating(source, variant, typed.values)}
      once={`create ${variant}`}
      onDiscard={typed.discard}
    >
      {(errors) =>
        draft ? (
          <CreateFields draft={draft} typed={typed} errors={errors} />
        ) : (
          <div className="min-h-98">
            {isFetching ? (
              <SkeletonRows rows={12} label={`Loading what is copied from ${source.number}`} />
            ) : (
              <LoadFailed error={error} onRetry={() => void refetch()}>
                The values of {source.number} could not be loaded.
              </LoadFailed>
            )}
          </div>
        )
      }
    </ActionDialog>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Refused } from '#components/actions/call-action.ts';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { Spinner } from '#components/ui/spinner.tsx';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RowEdit } from '#lib/record-page/row-edit.ts';
import type { PlannedAction } from '#lib/record-page/would-update.ts';
import { RowControls } from './row-controls.tsx';
import type { RowField } from './row-fields.ts';
import { type RowChange, saveRow } from './save-row.ts';
import { useAskFirst } from './use-ask-first.tsx';

interface RowEditFormProps {
  kind: TaskKind;
  number: string;
  fields: readonly RowField[];
  onDone: () => void;
}

/** REC-3 · Edits a record from its row: a choice is saved at once, against the version shown here. */
export function RowEditForm({ kind, number, fields, onDone }: RowEditFormProps) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);
  const { ask, choice, dialog } = useAskFirst();
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['row-edit', number],
    queryFn: ({ signal }) => fetchJson<RowEdit>(`/api/row-edit?${new URLSearchParams({ kind, number })}`, signal),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

  if (isError)
    return <LoadFailed error={error} onRetry={() => void refetch()}>{`${number} could not be loaded.`}</LoadFailed>;
  if (!data) return <Spinner />;
  const { version } = data;

  async function save(change: RowChange) {
    if (pending) return;
    setPending(true);
    const refusal = await saveRow({ kind, number, version, ...change });
    setPending(false);
    if (!refusal || refusal === 'declined') return onDone();
    setRefused(refusal);
    void refetch();
  }

  function choose(change: RowChange) {
    const { to } = change;
    const considered: PlannedAction =
      'verb' in to
        ? { what: 'move', number, verb: to.verb }
        : { what: 'save', kind, number, version, values: { ...to } };
    ask({ considered, verb: 'Save', run: () => void save(change) });
  }

  return (
    <div aria-busy={pending || undefined} className="grid gap-3">
      <RefusalBanner refused={refused} />
      <RowControls key={version} number={number} edit={data} fields={fields} onChange={choose} />
      {choice}
      {dialog}
    </div>
  );
}

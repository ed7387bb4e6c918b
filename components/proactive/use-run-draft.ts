'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { type CustomerSort, MAX_SELECTED } from '#lib/kinds/outage-source.ts';
import type { RunDraft } from '#lib/proactive/run-draft.ts';
import type { GenerateCases } from '#lib/proactive/schema.ts';
import type { GenerateCasesProps } from './generate-cases.tsx';

/** The scope of one run: the selected customers of its kind, or all. */
export function runFor({ source, selected }: GenerateCasesProps, of: CustomerSort): GenerateCases {
  const ofSort = selected?.filter(({ isConsumer }) => isConsumer === (of === 'consumers'));
  return { ...source, of, ...(ofSort ? { customerIds: ofSort.map(({ id }) => id) } : {}) };
}

/** PRO-8 · The customers of the other kind who can get a case: the selected ones, or those that the draft names. */
export function remaining({ selected }: GenerateCasesProps, of: CustomerSort, draft: RunDraft) {
  if (!selected) return { names: draft.remain, count: draft.remainCount };
  const others = selected.filter((row) => row.isConsumer !== (of === 'consumers') && row.active && !row.hasProactive);
  return { names: others.slice(0, 20).map(({ name }) => name), count: others.length };
}

/** PRO-1 · Why a selection cannot be run: it has no customer of the kind, or too many. */
export function whyNoRun({ of, customerIds }: GenerateCases): string | null {
  if (customerIds?.length === 0) return `No ${of} are selected.`;
  if ((customerIds?.length ?? 0) <= MAX_SELECTED) return null;
  return `Select at most ${MAX_SELECTED.toLocaleString('en')} ${of}, or clear the selection to generate cases for all.`;
}

/** PRO-1 · Preview of a run, requested when the dialog opens. */
export function useRunDraft(run: GenerateCases) {
  return useQuery({
    queryKey: ['proactive-run', run],
    queryFn: ({ signal }) => fetchJson<RunDraft>('/api/proactive-run', signal, run),
    enabled: whyNoRun(run) === null,
    gcTime: 0,
    retry: false,
  });
}

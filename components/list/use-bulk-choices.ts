import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { BulkChoices } from '#lib/list/bulk-choices.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Selected } from './use-bulk.ts';

/** The actions for the selected records, requested on demand. */
export function useBulkChoices(kind: TaskKind, selected: readonly Selected[], wanted: boolean) {
  const numbers = selected.map(({ number }) => number).join(',');
  return useQuery({
    queryKey: ['bulk-choices', kind, numbers],
    queryFn: ({ signal }) =>
      fetchJson<BulkChoices>(`/api/bulk-choices?${new URLSearchParams({ kind, numbers })}`, signal),
    enabled: wanted,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

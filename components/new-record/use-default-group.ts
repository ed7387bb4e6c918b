'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { NewValues } from './use-new-values.ts';

const deciding = { contact: 'contactId', consumer: 'consumerId', account: 'accountId', product: 'productId' } as const;

/** The group that a new case gets by default, in the server's words: "Network Support, by the product". */
export function useDefaultGroup(kind: TaskKind, values: NewValues): string | undefined {
  const named = Object.entries(deciding).flatMap(([parameter, field]) => {
    const id = values.textOf(field);
    return id ? [[parameter, id]] : [];
  });
  const query = new URLSearchParams(named).toString();
  const wanted = kind === 'case' && query !== '' && values.textOf('assignmentGroupId') === '';
  const { data: [group] = [] } = useQuery({
    queryKey: ['default-group', query],
    queryFn: ({ signal }) => fetchJson<string[]>(`/api/default-group?${query}`, signal),
    enabled: wanted,
  });
  return wanted ? group : undefined;
}

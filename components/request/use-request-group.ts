import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';

/** REL-17 · The group that a request gets by default, in the server's words: "Service Desk, by default". */
export function useRequestGroup(caseNumber: string): string | undefined {
  const query = new URLSearchParams({ request: caseNumber }).toString();
  const { data: [group] = [] } = useQuery({
    queryKey: ['default-group', query],
    queryFn: ({ signal }) => fetchJson<string[]>(`/api/default-group?${query}`, signal),
  });
  return group;
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { Recipients } from '#lib/customer-messages/recipients.ts';
import type { NotifyCustomersProps } from './notify-customers.tsx';

/** NOT-1 · The recipients of a message, requested when the dialog opens. */
export function useRecipients({ source, caseNumbers }: NotifyCustomersProps) {
  const asked = new URLSearchParams({ ...source, ...(caseNumbers ? { caseNumbers: caseNumbers.join() } : {}) });
  return useQuery({
    queryKey: ['notify-recipients', asked.toString()],
    queryFn: ({ signal }) => fetchJson<Recipients>(`/api/notify-customers/recipients?${asked}`, signal),
    gcTime: 0,
    retry: false,
  });
}

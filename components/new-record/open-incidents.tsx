'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { OpenIncident } from '#lib/new-record/open-on-service.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

export interface OpenIncidentsProps {
  configurationItemId: string;
  chosen: string | null;
  /** Null: read-only. They show what is already being worked on. */
  onChoose: ((number: string | null) => void) | null;
}

/** Open incidents on the same service: the new case may belong to one of them. */
export function OpenIncidents({ configurationItemId, chosen, onChoose }: OpenIncidentsProps) {
  const {
    data: incidents = [],
    isPending,
    isError,
    refetch,
  } = useQuery({
    queryKey: ['same-service', configurationItemId],
    queryFn: ({ signal }) => fetchJson<OpenIncident[]>(`/api/same-service?ci=${configurationItemId}`, signal),
    enabled: configurationItemId !== '',
  });

  if (configurationItemId === '')
    return (
      <p className="text-sm text-ink-muted">Choose the configuration item to see open incidents on the same service.</p>
    );
  if (isPending) return <SkeletonRows rows={2} label="Looking for open incidents" />;
  if (isError)
    return (
      <LoadFailed onRetry={() => void refetch()}>Couldn't search for open incidents on the same service.</LoadFailed>
    );
  if (incidents.length === 0) return <p className="text-sm text-ink-muted">No incident is open on the same service.</p>;
  return (
    <fieldset>
      <legend className="mb-1 font-medium">Open incidents on the same service</legend>
      {onChoose && (
        <label className="flex min-h-7 items-center gap-2">
          <input type="radio" name="incident" checked={chosen === null} onChange={() => onChoose(null)} />A new incident
        </label>
      )}
      <ul className="grid gap-1">
        {incidents.map(({ number, title, state }) => (
          <li key={number} className="flex items-start gap-2 text-sm">
            {onChoose && (
              <input
                type="radio"
                name="incident"
                aria-label={`Associate ${number}`}
                checked={chosen === number}
                onChange={() => onChoose(number)}
                className="mt-1 shrink-0"
              />
            )}
            <span className="min-w-0">
              <NumberLink number={number} href={pathOfNumber(number)} target="_blank" /> {state}
              <span className="block truncate text-ink-muted" title={title}>
                {title}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

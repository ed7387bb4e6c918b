'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useInSight } from '#components/ui/use-in-sight.ts';
import type { SimilarCase, SimilarRecord } from '#lib/record-page/similar-case.ts';
import { AssociateSame } from './associate-same.tsx';
import { RecordLink } from './record-link.tsx';

const Loading = () => <SkeletonRows rows={3} label="Loading similar cases" />;

/**
 * REL-18 · Similar cases; one click links this case to the same record. They are far down the page and costly to find, so the
 * search starts when the user scrolls there, and again when the case has changed.
 */
export function SimilarCases({ number, version }: { number: string; version: number }) {
  const [place, seen] = useInSight();
  const { data, isError, refetch } = useQuery({
    queryKey: ['similar', number, version],
    queryFn: ({ signal }) => fetchJson<SimilarCase[]>(`/api/similar?number=${number}`, signal),
    enabled: seen,
    placeholderData: keepPreviousData,
  });
  return (
    <div ref={place}>
      <Panel title="Similar cases" flush={data && data.length > 0}>
        {isError && <LoadFailed onRetry={() => void refetch()}>Couldn't load similar cases.</LoadFailed>}
        {!data && !isError && <Loading />}
        {data?.length === 0 && <p className="text-sm text-ink-faint">No similar open or recently resolved case.</p>}
        {data && data.length > 0 && <SimilarList number={number} cases={data} />}
      </Panel>
    </div>
  );
}

function Related({ caseNumber, record }: { caseNumber: string; record: SimilarRecord }) {
  const { link, label, number, seen, mayAssociate } = record;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="sr-only">{label}</span>
      <RecordLink number={number} seen={seen} />
      {mayAssociate && <AssociateSame label={label} caseNumber={caseNumber} link={link} number={number} />}
    </li>
  );
}

/** A similar case: the similarities, and its related records. */
function Similar({ caseNumber, similar }: { caseNumber: string; similar: SimilarCase }) {
  const { number, href, title, state, reasons, related } = similar;
  return (
    <li className="grid gap-1 border-b px-4 py-2 text-sm last:border-b-0">
      <RecordLink number={number} seen={{ href, state }} />
      <span className="wrap-anywhere">{title}</span>
      <span className="text-ink-muted">{reasons.join(' · ')}</span>
      {related.length > 0 && (
        <ul aria-label={`Related records of ${number}`} className="grid gap-1 border-l-2 pl-2">
          {related.map((record) => (
            <Related key={record.link} caseNumber={caseNumber} record={record} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** REL-18 · The cases similar to a case. */
function SimilarList({ number, cases }: { number: string; cases: readonly SimilarCase[] }) {
  return (
    <ul>
      {cases.map((similar) => (
        <Similar key={similar.number} caseNumber={number} similar={similar} />
      ))}
    </ul>
  );
}

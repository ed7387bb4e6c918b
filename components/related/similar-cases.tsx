'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { RecordState } from '#components/task/record-state.tsx';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { TextLink } from '#components/ui/link.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useInSight } from '#components/ui/use-in-sight.ts';
import type { SimilarCase, SimilarRecord } from '#lib/related/similar-case.ts';
import { AssociateSame } from './associate-same.tsx';

function Related({ caseNumber, record }: { caseNumber: string; record: SimilarRecord }) {
  const { link, label, number, seen, mayAssociate } = record;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="sr-only">{label}</span>
      {seen ? (
        <TextLink href={seen.href} className="inline-flex flex-wrap items-center gap-2">
          <span className="record-number">{number}</span>
          <RecordState state={seen.state} />
        </TextLink>
      ) : (
        <span className="record-number">{number}</span>
      )}
      {mayAssociate && <AssociateSame label={label} caseNumber={caseNumber} link={link} number={number} />}
    </li>
  );
}

/** A case that resembles the one of the page, in what, and what it is related to. */
function Similar({ caseNumber, similar }: { caseNumber: string; similar: SimilarCase }) {
  const { number, href, title, state, reasons, related } = similar;
  return (
    <li className="grid gap-1 border-b px-4 py-2 text-sm last:border-b-0">
      <TextLink href={href} className="inline-flex flex-wrap items-center gap-2">
        <span className="record-number">{number}</span>
        <RecordState state={state} />
      </TextLink>
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

/**
 * REL-18 · Cases that resemble this one: one click relates this one to the same. They stand far down and are dear to find, so
 * they are looked for when somebody comes there, and again when the case has become another.
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
        {isError && <LoadFailed onRetry={() => void refetch()}>Similar cases did not answer.</LoadFailed>}
        {!data && !isError && <SkeletonRows rows={3} label="Loading similar cases" />}
        {data?.length === 0 && (
          <p className="text-sm text-ink-faint">No open or recently resolved case is like this one.</p>
        )}
        <ul>
          {data?.map((similar) => (
            <Similar key={similar.number} caseNumber={number} similar={similar} />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

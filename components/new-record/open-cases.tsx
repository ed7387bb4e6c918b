'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import type { OpenCase } from '#lib/customer/queries/open-cases.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

/** The customer's active cases: the new case may be a duplicate. */
export function OpenCases({ customer }: { customer: Option }) {
  const {
    data: cases = [],
    isPending,
    isError,
    refetch,
  } = useQuery({
    queryKey: ['open-cases', customer.id],
    queryFn: ({ signal }) => fetchJson<OpenCase[]>(`/api/open-cases?customer=${customer.id}`, signal),
  });

  if (isPending) return <SkeletonRows rows={2} label="Looking for active cases" />;
  if (isError) return <LoadFailed onRetry={() => void refetch()}>Couldn't load active cases.</LoadFailed>;
  const ownCases = cases.filter((each) => each.own);
  const others = cases.filter((each) => !each.own);
  const title = ownCases.length > 0 ? `Active cases of ${customer.label}` : `No case of ${customer.label} is active.`;
  return (
    <div>
      <p role="status" className={ownCases.length > 0 ? 'mb-1 font-medium' : 'text-sm text-ink-muted'}>
        {title}
      </p>
      <CaseList label={title} cases={ownCases} />
      {others.length > 0 && <p className="mt-3 mb-1 font-medium">{OTHERS}</p>}
      <CaseList label={OTHERS} cases={others} />
    </div>
  );
}

const OTHERS = 'Other active cases of the account';

function CaseList({ label, cases }: { label: string; cases: readonly OpenCase[] }) {
  if (cases.length === 0) return null;
  return (
    <ul aria-label={label} className="grid gap-1 text-sm">
      {cases.map(({ number, title, state, own, contact }) => (
        <li key={number} className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <NumberLink number={number} href={pathOfNumber(number)} target="_blank" />
          <span>{title}</span>
          <span className="text-ink-muted">{own || !contact ? state : `${state}, ${contact}`}</span>
        </li>
      ))}
    </ul>
  );
}

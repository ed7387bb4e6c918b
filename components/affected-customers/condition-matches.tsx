'use client';

import { clsx } from 'clsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { type CustomerSort, counted } from '#lib/affected-customers/customer-sort.ts';
import type { useMatches } from './use-matches.ts';

interface ConditionMatchesProps {
  of: CustomerSort;
  matches: ReturnType<typeof useMatches>;
}

/** MAJ-5 · The number of customers that match a condition, and the first of them. */
export function ConditionMatches({ of, matches }: ConditionMatchesProps) {
  const { found, isWhole, isOld, isError, retry } = matches;
  if (isError) return <LoadFailed onRetry={retry}>Couldn't try the condition.</LoadFailed>;
  return (
    <section aria-label="Matches" aria-busy={isOld} className="mt-4 min-h-40 rounded-md border bg-sunken p-3">
      <p role="status" className="font-medium">
        {found
          ? `${counted(found.count, of)} ${found.count === 1 ? 'matches' : 'match'}.`
          : isWhole
            ? 'Counting…'
            : 'Complete the condition to see who matches.'}
        {found && found.listed > 0 && (
          <span className="font-normal text-ink-muted"> {found.listed.toLocaleString('en')} on the list already.</span>
        )}
      </p>
      {found && (
        <ul className={clsx('mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-2', isOld && 'opacity-60')}>
          {found.sample.map(({ id, name, number }) => (
            <li key={id} className="truncate">
              {name} <span className="record-number text-ink-muted">{number}</span>
            </li>
          ))}
          {found.count > found.sample.length && (
            <li className="text-ink-muted">and {(found.count - found.sample.length).toLocaleString('en')} more</li>
          )}
        </ul>
      )}
    </section>
  );
}

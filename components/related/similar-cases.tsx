'use client';

import { RecordState } from '#components/task/record-state.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
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

/** REL-18 · Cases that resemble this one, in what, and what they are related to: one click relates this one to the same. */
export function SimilarCases({ number: caseNumber, cases }: { number: string; cases: readonly SimilarCase[] }) {
  return (
    <Panel title="Similar cases" flush={cases.length > 0}>
      {cases.length === 0 && (
        <p className="text-sm text-ink-faint">No open or recently resolved case is like this one.</p>
      )}
      <ul>
        {cases.map(({ number, href, title, state, reasons, related }) => (
          <li key={number} className="grid gap-1 border-b px-4 py-2 text-sm last:border-b-0">
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
        ))}
      </ul>
    </Panel>
  );
}

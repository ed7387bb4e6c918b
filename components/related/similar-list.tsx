import { RecordState } from '#components/record/record-state.tsx';
import { TextLink } from '#components/ui/link.tsx';
import type { SimilarCase, SimilarRecord } from '#lib/record-page/similar-case.ts';
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

/** A similar case: the similarities, and its related records. */
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

/** REL-18 · The cases similar to a case. */
export function SimilarList({ number, cases }: { number: string; cases: readonly SimilarCase[] }) {
  return (
    <ul>
      {cases.map((similar) => (
        <Similar key={similar.number} caseNumber={number} similar={similar} />
      ))}
    </ul>
  );
}

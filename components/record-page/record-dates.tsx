import { ExactTime } from '#components/ui/exact-time.tsx';
import type { RecordView } from '#lib/record-page/record-view.ts';

/** REC-2 · The dates of a record's main events, and who caused them if known. */
export function RecordDates({ done }: Pick<RecordView, 'done'>) {
  return (
    <dl className="mt-4 flex flex-wrap gap-x-6 gap-y-1 border-t pt-3 text-sm">
      {done.map(({ what, at, by }) => (
        <div key={what} className="flex flex-wrap gap-x-1.5">
          <dt className="text-ink-faint">{what}</dt>
          <dd className="text-ink-muted">
            <ExactTime at={at} />
            {by && ` by ${by}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { Link } from '#components/ui/link.tsx';
import type { PortalCaseRow } from '#lib/portal/queries/portal-cases.ts';
import { fieldInWords } from '#lib/portal/record-words.ts';
import type { PortalRecord } from '#lib/portal/shown-records.ts';
import { moment, type PortalReader } from './reader.ts';
import { StepBadge } from './step-badge.tsx';

interface RequestRowsProps {
  cases: readonly PortalCaseRow[];
  requests: ReadonlyMap<string, readonly PortalRecord[]>;
  reader: PortalReader;
}

/** POR-2 · Requests below each other, each with its items and their stages. */
export function RequestRows({ cases, requests, reader }: RequestRowsProps) {
  const { say } = reader;
  return (
    <ul className="divide-y rounded-md border bg-surface">
      {cases.map((theCase) => (
        <li key={theCase.number} className="grid gap-2 px-4 py-3">
          <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
            <Link
              href={`/portal/cases/${theCase.number}`}
              className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere"
            >
              {theCase.shortDescription}
            </Link>
            <StepBadge step={theCase.step} state={theCase.state} say={say} />
          </div>
          <Items records={requests.get(theCase.number) ?? []} reader={reader} />
          <p className="text-sm text-ink-muted">
            <span className="record-number">{theCase.number}</span> ·{' '}
            {say('list.updated', { when: moment(theCase.updatedAt, reader) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Items({ records, reader }: { records: readonly PortalRecord[]; reader: PortalReader }) {
  const items = records.flatMap((record) => record.items);
  if (items.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {items.map(({ number, table, fields }) => {
        const text = (name: string) => {
          const field = fields.find((each) => each.name === name);
          return field ? fieldInWords(reader.say, table, field).text : '';
        };
        const quantity = text('quantity');
        return (
          <li key={number} className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
              {text('short_description') || number}
              {quantity && <span className="text-ink-muted"> × {quantity}</span>}
            </span>
            <span className="text-sm font-medium">{text('stage')}</span>
          </li>
        );
      })}
    </ul>
  );
}

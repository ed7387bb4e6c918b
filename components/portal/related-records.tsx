import { Icon } from '#components/ui/icon.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { fieldInWords } from '#lib/portal/record-words.ts';
import type { PortalRecord } from '#lib/portal/shown-records.ts';
import type { PortalReader } from './reader.ts';
import { RecordFields } from './record-fields.tsx';

/** A row's subject and progress, if administrators allow them. */
function rowOf({ table, fields }: PortalRecord, { say }: PortalReader) {
  const textOf = (...names: string[]) => {
    const [field] = names.flatMap((wanted) => fields.find(({ name }) => name === wanted) ?? []);
    return field ? fieldInWords(say, table, field).text : null;
  };
  return { about: textOf('short_description'), progress: textOf('stage', 'request_state', 'state') };
}

/** POR-4 · The problems, changes and requests of a case; each opens in a dialog. Absent if there are none. */
export function RelatedRecords({ records, reader }: { records: readonly PortalRecord[]; reader: PortalReader }) {
  if (records.length === 0) return null;
  return (
    <Panel title={reader.say('related.title')} count={records.length} flush>
      <ul className="divide-y">
        {records.map((record) => (
          <li key={record.number}>
            <Related record={record} reader={reader} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Related({ record, reader }: { record: PortalRecord; reader: PortalReader }) {
  const { say } = reader;
  const { number, table, items, article } = record;
  const { about, progress } = rowOf(record, reader);
  const id = `related-${number}`;
  const name = `${say(`related.${table}`)} ${number}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="dialog"
        className="grid min-h-11 w-full gap-0.5 px-4 py-2.5 text-left hover:bg-sunken"
      >
        <span className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-muted">
          <span>{name}</span>
          {progress && <span className="ml-auto font-medium text-ink">{progress}</span>}
        </span>
        {about && <span className="font-medium wrap-anywhere">{about}</span>}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={name}
        className="m-auto max-h-[85dvh] w-full max-w-lg overflow-y-auto rounded-md border bg-raised p-4 text-ink shadow-float max-sm:mb-0 max-sm:max-w-none max-sm:rounded-b-none"
      >
        <div className="mb-3 flex items-start gap-3">
          <h3 className="min-w-0 flex-1 font-semibold wrap-anywhere">{about ?? name}</h3>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            className="button button-quiet button-m min-h-10"
            aria-label={say('related.close')}
          >
            <Icon name="x" className="size-4" />
          </button>
        </div>
        <RecordFields record={record} reader={reader} isTitled />
        {article && (
          <p className="mt-3">
            <TextLink href={`/portal/articles/${article.number}`}>
              {say('related.article')}: {article.title}
            </TextLink>
          </p>
        )}
        {items.map((item) => (
          <details key={item.number} className="mt-3 rounded-md border p-3">
            <summary className="min-h-6 cursor-pointer font-medium wrap-anywhere">
              {rowOf(item, reader).about ?? item.number}
              {rowOf(item, reader).progress && (
                <span className="ml-2 text-sm font-normal text-ink-muted">{rowOf(item, reader).progress}</span>
              )}
            </summary>
            <div className="mt-2">
              <RecordFields record={item} reader={reader} isTitled />
            </div>
          </details>
        ))}
      </div>
    </>
  );
}

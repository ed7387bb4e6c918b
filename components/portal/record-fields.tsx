import { Facts } from '#components/ui/facts.tsx';
import { fieldInWords } from '#lib/portal/record-words.ts';
import type { PortalRecord } from '#lib/portal/shown-records.ts';
import type { PortalReader } from './reader.ts';
import { When } from './when.tsx';

/** ADM-8, POR-22 · The fields of a record that administrators show, in the reader's language and zone. */
export function RecordFields({ record, reader }: { record: PortalRecord; reader: PortalReader }) {
  const items = record.fields.map((field) => {
    const { label, text, at } = fieldInWords(reader.say, record.table, field);
    return { term: label, detail: at ? <When key={label} at={at} reader={reader} zoned /> : text };
  });
  return <Facts items={items} />;
}

import { Facts } from '#components/ui/facts.tsx';
import { fieldInWords } from '#lib/portal/record-words.ts';
import type { PortalRecord } from '#lib/portal/shown-records.ts';
import type { PortalReader } from './reader.ts';
import { When } from './when.tsx';

interface RecordFieldsProps {
  record: PortalRecord;
  reader: PortalReader;
  /** The record's title is already shown above. */
  isTitled?: boolean;
}

/** ADM-8, POR-22 · The fields of a record that administrators allow, in the reader's language and time zone. */
export function RecordFields({ record, reader, isTitled = false }: RecordFieldsProps) {
  const fields = record.fields.filter(({ name }) => !isTitled || name !== 'short_description');
  const items = fields.map((field) => {
    const { label, text, at } = fieldInWords(reader.say, record.table, field);
    return { term: label, detail: at ? <When key={label} at={at} reader={reader} zoned /> : text };
  });
  return <Facts items={items} />;
}

import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import type { TaskKind } from '#lib/record/kind.ts';
import type { EntryType } from './bulk-runs.ts';

interface BulkWordsProps {
  type: EntryType;
  kind: TaskKind;
  /** Who reads it, if that differs between records. */
  audience?: readonly string[];
  value: string;
  onChange: (text: string) => void;
}

const kept = 'It is posted at once in each record and cannot be taken back.';

/** REC-1, MAIL-10 · A text for many records, with its readers named as in a record's composers; it cannot be undone. */
export function BulkWords({ type, kind, audience = [], value, onChange }: BulkWordsProps) {
  const comments = kind === 'case' ? 'Additional comments (customer visible)' : 'Additional comments';
  const isNote = type === 'work_note';
  return (
    <div className="grid gap-1">
      <Field
        label={isNote ? 'Work notes' : comments}
        required
        hint={[...(isNote ? ['Staff only. Customers never see this.'] : []), ...audience, kept].join(' ')}
      >
        {(control) => (
          <TextArea {...control} rows={3} value={value} onChange={({ target }) => onChange(target.value)} />
        )}
      </Field>
    </div>
  );
}

import { TextAreaField } from '#components/ui/text-field.tsx';
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
      <TextAreaField
        label={isNote ? 'Work notes' : comments}
        required
        hint={[...(isNote ? ['Staff only. Customers never see this.'] : []), ...audience, kept].join(' ')}
        rows={3}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

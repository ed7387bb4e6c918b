import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

interface QuestionFieldProps {
  /** Who reads the question and gets it by email. */
  audience: string;
  value: string;
  error: string | string[];
  onChange: (value: string) => void;
}

/** The question required by a chosen value. */
export function QuestionField({ audience, value, error, onChange }: QuestionFieldProps) {
  return (
    <Field
      label="Additional comment"
      required
      error={error}
      hint={`The question, as an additional comment. ${audience}`}
      className="col-span-full"
    >
      {(control) => <TextArea {...control} rows={2} value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}

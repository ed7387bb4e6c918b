interface QuestionFieldProps {
  /** Who reads the question and gets it by email. */
  audience: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The question required by a chosen value. */
export function QuestionField({ audience, value, error, onChange }: QuestionFieldProps) {
  return (
    <TextAreaField
      label="Additional comment"
      required
      error={error}
      hint={`The question, as an additional comment. ${audience}`}
      className="col-span-full"
      rows={2}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

import { TextAreaField } from '#components/ui/text-field.tsx';

import type { FieldView } from '#lib/kinds/field-view.ts';
import { FieldControl } from './field-control.tsx';
import type { Draft } from './use-draft.ts';

interface DraftFieldProps {
  field: FieldView;
  draft: Draft;
  error?: string | undefined;
  hint?: string | undefined;
  className?: string;
  /** Called after the draft has changed. */
  onTyped?: () => void;
}

/** A field whose value is kept in a draft. */
export function DraftField({ field, draft, onTyped, ...props }: DraftFieldProps) {
  return (
    <FieldControl
      {...props}
      field={field}
      value={draft.valueOf(field.name)}
      display={draft.displayOf(field.name)}
      onChange={(value, display) => {
        draft.type(field.name, value, display);
        onTyped?.();
      }}
    />
  );
}

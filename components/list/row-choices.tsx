import { useId } from 'react';

interface Choice {
  value: string;
  label: string;
  /** It asks for more than a row can: the record's page does. */
  opens?: boolean;
}

interface RowChoicesProps<T extends Choice> {
  label: string;
  /** What it is now. */
  now: string;
  choices: readonly T[];
  onChoose?: (choice: T) => void;
  /** Why nobody can change it. */
  because?: string | undefined;
}

/** What something can become, each a button: a key that passes over it saves nothing. */
export function RowChoices<T extends Choice>({ label, now, choices, onChoose, because }: RowChoicesProps<T>) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id}>
      <p id={id} className="px-2 text-sm font-medium text-ink-muted">{`${label}: ${now || 'empty'}`}</p>
      {choices.map((choice) => (
        <button key={choice.value} type="button" className="menu-item" onClick={() => onChoose?.(choice)}>
          <span className="flex-1">{choice.label}</span>
          {choice.opens && <span className="text-sm text-ink-faint">opens the record</span>}
        </button>
      ))}
      {choices.length === 0 && (
        <p className="px-2 py-1 text-sm text-ink-faint">{because ?? 'It cannot be changed here now.'}</p>
      )}
    </fieldset>
  );
}

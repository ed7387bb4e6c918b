import { useId } from 'react';

interface Choice {
  value: string;
  label: string;
  /** Its name, if the value alone does not say what it does. */
  name?: string;
  /** It needs input that a row cannot take: opens the record's page. */
  opens?: boolean;
}

interface RowChoicesProps<T extends Choice> {
  label: string;
  /** The current value. */
  now: string;
  choices: readonly T[];
  onChoose?: (choice: T) => void;
  /** Why it cannot be changed. */
  because?: string | undefined;
}

/** The possible new values as buttons, not as a select: moving over them by key must save nothing. */
export function RowChoices<T extends Choice>({ label, now, choices, onChoose, because }: RowChoicesProps<T>) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id}>
      <p id={id} className="px-2 text-sm font-medium text-ink-muted">{`${label}: ${now || 'empty'}`}</p>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-label={choice.name && `${choice.name}${choice.opens ? ' (opens the record)' : ''}`}
          className="menu-item"
          onClick={() => onChoose?.(choice)}
        >
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

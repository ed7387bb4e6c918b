'use client';

export interface SegmentedControlProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string; count?: number }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Filter buttons, one of which is pressed. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedControlProps<Value>) {
  return (
    <fieldset className="inline-flex max-w-full flex-wrap gap-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="segment"
        >
          {option.label}
          {option.count !== undefined && (
            <span aria-hidden className="font-normal">
              {option.count.toLocaleString('en')}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

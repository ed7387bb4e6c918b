import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { Icon } from './icon.tsx';

interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export type SelectProps = Omit<ComponentProps<'select'>, 'children' | 'multiple' | 'defaultValue'> & {
  defaultValue?: string | undefined;
  options: readonly SelectOption[];
  /** The text of a first, empty option; absent: there is none. */
  placeholder?: string;
};

/** A choice from a list. An uncontrolled select keeps its first default: the key makes it take a new one. */
export function Select({ options, placeholder, className, ...props }: SelectProps) {
  return (
    <span className={clsx('relative block min-w-0', className)}>
      <select key={props.defaultValue} className="control control-one" {...props}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" className="control-sign" />
    </span>
  );
}

import { Icon } from './icon.tsx';
import { TextInput } from './text-input.tsx';

export interface PageSearchProps {
  action: string;
  defaultValue?: string;
  /** Other parameters that stay in the address: filters, sort. */
  params?: Record<string, string>;
  placeholder?: string;
}

/** The search box of a list: it filters the rows. The top bar's box searches everything. */
export function PageSearch({ action, defaultValue, params = {}, placeholder }: PageSearchProps) {
  return (
    <search>
      <form action={action} className="relative w-64 max-w-full">
        {Object.entries(params).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-2 size-4 -translate-y-1/2 text-ink-faint"
        />
        <TextInput
          type="search"
          name="q"
          aria-label="Search"
          data-page-search
          defaultValue={defaultValue}
          placeholder={placeholder}
          autoComplete="off"
          className="pl-8"
        />
      </form>
    </search>
  );
}

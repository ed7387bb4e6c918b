import type { ReactNode } from 'react';

interface ComboboxRowProps {
  id: string;
  pointedAt: boolean;
  onPoint: () => void;
  onChoose: () => void;
  children: ReactNode;
}

/** An option of a combobox. */
export function ComboboxRow({ id, pointedAt, onPoint, onChoose, children }: ComboboxRowProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={pointedAt}
      onMouseMove={onPoint}
      onMouseUp={onChoose}
      className="flex min-h-8 flex-col justify-center rounded-sm px-2 py-1 wrap-anywhere aria-selected:bg-sunken"
    >
      {children}
    </div>
  );
}

'use client';

import type { ReactNode } from 'react';
import { useRecordForm } from './record-form.tsx';

/** Fields of the record's form; Enter in one of them saves. */
export function SavedByEnter({ className, children }: { className?: string; children: ReactNode }) {
  const { pending, save } = useRecordForm();
  return (
    <form
      noValidate
      aria-busy={pending}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {children}
      {/* A form with several fields is sent by Enter only where it has a button. */}
      <button type="submit" hidden aria-hidden tabIndex={-1} />
    </form>
  );
}

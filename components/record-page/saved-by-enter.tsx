'use client';

import type { ReactNode } from 'react';
import { useRecordForm } from './record-form.tsx';

/** Wraps fields of the record's form: Enter in one of them saves. */
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
      {/* Enter submits a form with several fields only if it has a submit button. */}
      <button type="submit" hidden aria-hidden tabIndex={-1} />
    </form>
  );
}

'use client';

import type { ComponentProps } from 'react';

interface SentFormProps extends Omit<ComponentProps<'form'>, 'action' | 'noValidate' | 'onSubmit'> {
  /** `typed`: what the control of a name holds, as text. */
  onSend: (typed: (name: string) => string) => void;
}

/** A form that a script sends, so that the page stays; the server checks its fields. */
export function SentForm({ onSend, ...form }: SentFormProps) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        onSend((name) => {
          const value = data.get(name);
          return typeof value === 'string' ? value : '';
        });
      }}
      {...form}
    />
  );
}

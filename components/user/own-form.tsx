'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { TypedFields } from '#components/actions/typed-fields.ts';
import { useAction } from '#components/actions/use-action.ts';
import { Banner } from '#components/ui/banner.tsx';
import type { ButtonProps } from '#components/ui/button.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { ActionResult } from '#lib/platform/action-result.ts';

interface OwnFormProps {
  action: (data: FormData) => Promise<ActionResult<unknown>>;
  verb: string;
  variant?: ButtonProps['variant'];
  className?: string;
  children: (form: TypedFields) => ReactNode;
}

/** A form of the user's own profile, with a line for its result. */
export function OwnForm({ action, verb, variant = 'secondary', className = 'max-w-sm', children }: OwnFormProps) {
  const form = useAction(action, { quiet: true });
  const { result, refused } = form;
  return (
    <form action={form.submit} className={clsx('grid gap-4', className)}>
      {result && (
        <Banner tone={result.ok ? 'success' : 'error'} rule={refused?.rule}>
          {result.message}
        </Banner>
      )}
      {children(form)}
      <div>
        <SubmitButton variant={variant}>{verb}</SubmitButton>
      </div>
    </form>
  );
}

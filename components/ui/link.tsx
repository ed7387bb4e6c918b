import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps } from 'react';

/** A link within text. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return <Link className={clsx('text-accent-ink underline-offset-2 hover:underline', className)} {...props} />;
}

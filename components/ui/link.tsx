import { clsx } from 'clsx';
import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to a page of the product, without prefetch: prefetching each of a list's fifty links would cost the server more than
 * the list, and load only the page's skeleton.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}

/** A link within text. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return <Link className={clsx('text-link', className)} {...props} />;
}

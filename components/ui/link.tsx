import { clsx } from 'clsx';
import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to a page of the product. It is asked for when it is followed: to ask for each of the fifty that a list shows
 * would cost the server more than the list, and bring only where the page would stand.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}

/** A link within text. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return <Link className={clsx('text-link', className)} {...props} />;
}

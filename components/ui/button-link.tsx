import type { ComponentProps } from 'react';
import { type ButtonStyle, buttonStyle } from './button.tsx';
import { Link } from './link.tsx';

/** A link that looks like a button. A separate file, so that a plain button does not load the router's code. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...props
}: ComponentProps<typeof Link> & ButtonStyle) {
  return (
    <Link className={buttonStyle({ variant, size, className })} {...props}>
      {icon}
      {children}
    </Link>
  );
}

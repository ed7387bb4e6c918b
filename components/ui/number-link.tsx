import type { ComponentProps } from 'react';
import { type Link, TextLink } from './link.tsx';

type NumberLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'className' | 'children'> & {
  number: string;
  /** Absent: the number alone. */
  href?: string | null | undefined;
};

/** The number of a record, as a link to its page. */
export function NumberLink({ number, href, ...props }: NumberLinkProps) {
  if (!href) return <span className="record-number">{number}</span>;
  return (
    <TextLink href={href} className="record-number" {...props}>
      {number}
    </TextLink>
  );
}

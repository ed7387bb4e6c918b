'use client';

import { clsx } from 'clsx';
import { usePathname } from 'next/navigation';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import type { NavItem } from './navigation.ts';

export const NAV_ID = 'main-navigation';

/** The most specific item whose address starts the page's address; an item that contains others matches only itself. */
function currentHref(pathname: string, items: readonly NavItem[]): string | undefined {
  const hrefs = items.map(({ href }) => href);
  const isAbove = (href: string) => hrefs.some((other) => other.startsWith(`${href}/`));
  return hrefs.find((href) => pathname === href || (pathname.startsWith(`${href}/`) && !isAbove(href)));
}

/** On small screens the navigation covers the page: closes it after a choice. */
function closeOverlay() {
  const nav = document.getElementById(NAV_ID);
  if (nav?.matches(':popover-open')) nav.hidePopover();
}

export function NavLinks({ groups }: { groups: readonly (readonly NavItem[])[] }) {
  const pathname = usePathname();
  const current = currentHref(pathname, groups.flat());

  return groups.map((items) => (
    <ul key={items[0]?.href} className="grid gap-px border-t px-2 py-2 first-of-type:border-t-0">
      {items.map(({ href, label, icon, count = 0, counted }) => (
        <li key={href} className="relative">
          <Link
            href={href}
            onClick={closeOverlay}
            aria-current={href === current ? (pathname === href ? 'page' : 'true') : undefined}
            className={clsx(
              'nav-link',
              href === current
                ? 'bg-accent-soft font-medium text-accent-ink'
                : 'text-ink-muted hover:bg-sunken hover:text-ink',
            )}
          >
            <Icon name={icon} />
            <span className="min-w-0 flex-1 truncate">{label}</span>
            {count > 0 && !counted && (
              <span className="text-sm font-normal tabular-nums">{count.toLocaleString('en')}</span>
            )}
          </Link>
          {count > 0 && counted && (
            <Link
              href={counted.href}
              onClick={closeOverlay}
              aria-label={`${count.toLocaleString('en')} ${counted.label}`}
              title={`${count.toLocaleString('en')} ${counted.label}`}
              className="absolute inset-y-0 right-0 flex items-center rounded-md px-2 text-sm text-ink-muted tabular-nums hover:text-ink hover:underline"
            >
              {count.toLocaleString('en')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  ));
}

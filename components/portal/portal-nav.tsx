'use client';

import { usePathname } from 'next/navigation';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Place } from './portal-places.ts';

const ID = 'portal-nav';

/** POR-1 · The portal's navigation; a menu on a phone. */
export function PortalNav({ places, words }: { places: readonly Place[]; words: { main: string; menu: string } }) {
  const here = usePathname();
  return (
    <>
      <button
        type="button"
        popoverTarget={ID}
        className="button button-quiet button-m ml-auto min-h-10 md:hidden"
        aria-haspopup="true"
      >
        <Icon name="menu" className="size-4" />
        {words.menu}
      </button>
      <nav
        id={ID}
        popover="auto"
        aria-label={words.main}
        className="bg-surface text-ink max-md:inset-x-3 max-md:top-14 max-md:m-0 max-md:w-auto max-md:rounded-md max-md:border max-md:p-2 max-md:shadow-float md:static md:m-0 md:flex md:w-auto md:gap-1 md:overflow-visible md:border-0 md:bg-transparent md:p-0"
      >
        {places.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={here === href ? 'page' : undefined}
            onClick={() => document.getElementById(ID)?.hidePopover?.()}
            className="flex min-h-10 items-center rounded-md px-3 font-medium text-ink-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
    </>
  );
}

import type { IconName } from '#components/ui/icon.tsx';

export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
  count?: number;
  /** What the count counts, where that is not all that the item leads to. */
  counted?: { href: string; label: string };
  /** The letter that goes there after `g`. */
  shortcut?: string;
}

/** A place that the command palette can go to. */
export interface Command {
  label: string;
  href: string;
  keywords?: readonly string[];
}

/** What the key layer needs to know of a navigation item. */
export type NavKey = Pick<NavItem, 'href' | 'label' | 'shortcut'>;

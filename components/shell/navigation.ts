import type { IconName } from '#components/ui/icon.tsx';

export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
  count?: number;
  /** What the count counts, if that is not everything the item leads to. */
  counted?: { href: string; label: string };
  /** The letter that opens it after `g`. */
  shortcut?: string;
}

/** A page that the command palette can open. */
export interface Command {
  label: string;
  href: string;
  keywords?: readonly string[];
}

/** The part of a navigation item that the key layer needs. */
export type NavKey = Pick<NavItem, 'href' | 'label' | 'shortcut'>;

import { globSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** What a page offers its reader: its route in `app/`, its buttons by name, and its links. */
export type Offers = { status: number; address: string; route: string; buttons: string[]; links: string[] };

/** All pages as routes. Routes with fewer variable parts come first, as in the router. */
export const routes = globSync('app/**/page.tsx')
  .map((file) => `/${path.relative('app', path.dirname(file))}`.replace('/(auth)', ''))
  .sort((one, other) => one.split('[').length - other.split('[').length || one.localeCompare(other));

/** Pages that redirect staff, or that only exist before sign-in. */
export const redirecting = [
  '/',
  '/admin',
  '/workspace/customers',
  '/go/[number]',
  '/login',
  '/forgot',
  '/reset',
  '/invitation',
  '/setup',
  '/bench',
];

const patterns = routes.map((route) => [route, new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`)] as const);

export const routeOf = (address: string) =>
  patterns.find(([, pattern]) => pattern.test(new URL(address, 'http://local').pathname))?.[0] ?? '';

/** The pattern of an address without record ids and query: only one address per pattern is read. */
export const shapeOf = (address: string) =>
  new URL(address, 'http://local').pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{7}$/g, '-');

/** Reads a page's HTML without rendering it. The tab stays where it is and only provides the parser. */
export async function read(tab: Page, address: string): Promise<Offers> {
  const response = await tab.request.get(address);
  const [status, final] = [response.status(), response.url()];
  const isPage = (response.headers()['content-type'] ?? '').startsWith('text/html');
  const at = { status, address: new URL(final).pathname + new URL(final).search, route: routeOf(final) };
  if (!isPage) return { ...at, buttons: [], links: [] };
  const found = await tab.evaluate(
    (html) => {
      const page = new DOMParser().parseFromString(html, 'text/html');
      const labelled = (id: string | null) => (id ? page.getElementById(id)?.textContent : null);
      const nameOf = (element: Element) =>
        element.getAttribute('aria-label') ??
        labelled(element.getAttribute('aria-labelledby')) ??
        (element.textContent || element.getAttribute('name') || '');
      // A disabled submit button waits for its form to be filled in; other disabled buttons are ignored.
      const buttons = page.querySelectorAll('button:not([disabled]), button[type=submit], input[name=shared]');
      return {
        buttons: [...new Set([...buttons].map((each) => nameOf(each).trim()))],
        links: [...page.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href') ?? ''),
      };
    },
    await response.text(),
  );
  return { ...at, ...found };
}

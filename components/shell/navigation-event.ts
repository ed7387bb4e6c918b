/** Somebody has asked for another page, by something else than a link: its address. */
export const NAVIGATION_EVENT = 'casebridge:going';

export function announceNavigation(href: string): void {
  document.dispatchEvent(new CustomEvent(NAVIGATION_EVENT, { detail: href }));
}

/** The user requested another page without a link; carries its address. */
export const NAVIGATION_EVENT = 'casebridge:navigation';

export function announceNavigation(href: string): void {
  document.dispatchEvent(new CustomEvent(NAVIGATION_EVENT, { detail: href }));
}

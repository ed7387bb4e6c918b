/** Somebody has asked for another page, by something else than a link: its address. */
export const GOING = 'casebridge:going';

export function tellGoing(href: string): void {
  document.dispatchEvent(new CustomEvent(GOING, { detail: href }));
}

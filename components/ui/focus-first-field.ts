/** Focuses the first field in an element, if there is one. */
export function focusFirstField(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>(':is(input:not([type="hidden"]), select, textarea):not(:disabled)')?.focus();
}

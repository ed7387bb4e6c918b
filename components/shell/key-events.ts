const TYPING = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]';
const NOT_TYPING = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'file', 'color']);

/** Whether the key that was pressed belongs to a control in which one types. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TYPING.has(target.type);
  return target.closest(TYPING) !== null;
}

/** Whether something floats above the page that wants the keys for itself. */
export function isCovered(): boolean {
  return document.querySelector('dialog[open], :popover-open') !== null;
}

const CHOICE = 'casebridge.single-keys';

/** Whether keys without Ctrl do something; dictation software and unsteady hands may want them off (WCAG 2.1.4). */
export function singleKeysAreOn(): boolean {
  return localStorage.getItem(CHOICE) !== 'off';
}

export function turnSingleKeys(on: boolean) {
  if (on) localStorage.removeItem(CHOICE);
  else localStorage.setItem(CHOICE, 'off');
}

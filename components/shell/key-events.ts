const TYPING = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]';
const NOT_TYPING = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'file', 'color']);

/** Whether the key was pressed in a control for typing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TYPING.has(target.type);
  return target.closest(TYPING) !== null;
}

/** Whether something above the page, such as a dialog, takes the keys. */
export function isCovered(): boolean {
  return document.querySelector('dialog[open], :popover-open') !== null;
}

const CHOICE = 'casebridge.single-keys';

/** Whether keys without Ctrl are on; users of dictation software or with a tremor may turn them off (WCAG 2.1.4). */
export function singleKeysAreOn(): boolean {
  return localStorage.getItem(CHOICE) !== 'off';
}

export function turnSingleKeys(on: boolean) {
  if (on) localStorage.removeItem(CHOICE);
  else localStorage.setItem(CHOICE, 'off');
}

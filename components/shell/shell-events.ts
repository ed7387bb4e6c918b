/** Buttons anywhere in the shell ask the key layer for what it shows; an event, so that they need not share a parent. */
export const OPEN_PALETTE = 'casebridge:open-palette';
export const SHOW_KEYS = 'casebridge:show-keys';

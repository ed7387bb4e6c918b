/** Buttons in the shell send these events to the key layer, so that they need no common parent. */
export const OPEN_PALETTE = 'casebridge:open-palette';
export const SHOW_KEYS = 'casebridge:show-keys';

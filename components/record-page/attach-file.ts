/** Name of the page action that chooses files to attach. */
export const ATTACH_FILE = 'Attach a file';

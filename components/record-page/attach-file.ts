/** What the page's own action is called that chooses files to attach. */
export const ATTACH_FILE = 'Attach a file';

/** Few users have unsent data: the code loads when one does, or with the page of the day. */
export const loadUnsentDialog = () => import('./unsent-dialog.tsx').then((module) => module.UnsentDialog);

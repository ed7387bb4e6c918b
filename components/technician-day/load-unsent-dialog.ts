/** Few have anything unsent: the code comes when somebody does, or with the page of the day. */
export const loadUnsentDialog = () => import('./unsent-dialog.tsx').then((module) => module.UnsentDialog);

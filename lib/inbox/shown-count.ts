/** The number beside the bell, at most 99+. */
export const shownCount = (unread: number) => (unread > 99 ? '99+' : String(unread));

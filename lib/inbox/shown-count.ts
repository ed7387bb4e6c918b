/** The number beside the bell. More than 99 are not counted. */
export const shownCount = (unread: number) => (unread > 99 ? '99+' : String(unread));

const UNSENT = 'my-day-unsent';

/** Notes for other pages whose steps on this phone are not sent. */
export function markUnsent(userId: string, isUnsent: boolean): void {
  if (isUnsent) localStorage.setItem(UNSENT, userId);
  else if (localStorage.getItem(UNSENT) === userId) localStorage.removeItem(UNSENT);
}

export const hasUnsent = (userId: string): boolean => localStorage.getItem(UNSENT) === userId;

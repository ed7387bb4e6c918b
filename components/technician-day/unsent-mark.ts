const UNSENT = 'my-day-unsent';

/** Records for other pages that this user has unsent steps on this phone. */
export function markUnsent(userId: string, isUnsent: boolean): void {
  if (isUnsent) localStorage.setItem(UNSENT, userId);
  else if (localStorage.getItem(UNSENT) === userId) localStorage.removeItem(UNSENT);
}

export const hasUnsent = (userId: string): boolean => localStorage.getItem(UNSENT) === userId;

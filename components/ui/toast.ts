export interface Toast {
  id: number;
  tone: 'success' | 'error' | 'info';
  text: string;
  link?: { href: string; label: string };
  /** An optional action; running it dismisses the toast. */
  action?: { label: string; run: () => void };
  /** The id of the refusing rule. */
  rule?: string;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a toast, which also survives navigation. Returns the id for `dismissToast`. */
export function toast({ tone = 'success', ...rest }: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): number {
  lastId += 1;
  replace([...toasts.slice(-2), { id: lastId, tone, ...rest }]);
  return lastId;
}

export function dismissToast(id: number) {
  replace(toasts.filter((one) => one.id !== id));
}

export function subscribeToToasts(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts() {
  return toasts;
}

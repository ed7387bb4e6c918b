import { shared } from './shared.ts';

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

export const toasts = shared<readonly Toast[]>([]);
let lastId = 0;

/** Shows a toast, which also survives navigation. Returns the id for `dismissToast`. */
export function toast({ tone = 'success', ...rest }: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): number {
  lastId += 1;
  toasts.set([...toasts.now().slice(-2), { id: lastId, tone, ...rest }]);
  return lastId;
}

export function dismissToast(id: number) {
  toasts.set(toasts.now().filter((one) => one.id !== id));
}

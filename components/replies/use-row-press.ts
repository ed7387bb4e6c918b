import { type RefObject, useEffect, useEffectEvent } from 'react';

/** NOT-8 · A click anywhere in a reply makes it current, except on its controls or while text is being selected. */
export function useRowPress(list: RefObject<HTMLElement | null>, comeTo: (id: string) => void) {
  const press = useEffectEvent(({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest('a, button, input, label, summary, textarea')) return;
    const id = target.closest('[data-reply]')?.getAttribute('data-reply');
    if (id && getSelection()?.isCollapsed !== false) comeTo(id);
  });
  useEffect(() => {
    const rows = list.current;
    if (!rows) return;
    rows.addEventListener('click', press);
    return () => rows.removeEventListener('click', press);
  }, [list]);
}

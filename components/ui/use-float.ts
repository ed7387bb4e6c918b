'use client';

import {
  type CSSProperties,
  cloneElement,
  type ReactElement,
  type ToggleEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

interface TriggerProps {
  id?: string;
  popoverTarget?: string;
  style?: CSSProperties;
  'aria-haspopup'?: 'menu' | 'dialog';
  'aria-expanded'?: boolean;
}

export interface FloatOptions {
  /** The button that opens it. */
  trigger: ReactElement<TriggerProps>;
  opens: 'menu' | 'dialog';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onOpened: (float: HTMLElement) => void;
}

/**
 * A button and its popover. The browser does the rest: it is in the top layer, Escape and a click outside close it, and the
 * focus returns to the button.
 */
export function useFloat({ trigger, opens, open: wanted, onOpenChange, onOpened }: FloatOptions) {
  const id = useId();
  const triggerId = trigger.props.id ?? `${id}-trigger`;
  const anchor = `--anchor${id}`;
  const float = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const element = float.current;
    if (!element || wanted === undefined || wanted === element.matches(':popover-open')) return;
    const button = document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(element.id)}"]`);
    if (wanted) {
      // If a key opens it, the button must have the focus for the focus to return there.
      button?.focus();
      element.showPopover();
    } else {
      element.hidePopover();
      // The focused element may have been removed before closing, and the focus is lost.
      if (document.activeElement === document.body) button?.focus();
    }
  }, [wanted]);

  function handleToggle(event: ToggleEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget) return;
    const isOpen = event.newState === 'open';
    setOpen(isOpen);
    onOpenChange?.(isOpen);
    if (isOpen) onOpened(event.currentTarget);
  }

  return {
    trigger: cloneElement(trigger, {
      id: triggerId,
      popoverTarget: id,
      style: { ...trigger.props.style, anchorName: anchor },
      'aria-haspopup': opens,
      'aria-expanded': open,
    }),
    triggerId,
    float: { id, ref: float, popover: 'auto' as const, style: { positionAnchor: anchor }, onToggle: handleToggle },
    close: () => float.current?.hidePopover(),
  };
}

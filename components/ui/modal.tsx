'use client';

import { type ComponentProps, useLayoutEffect, useRef } from 'react';
import { focusFirstField } from './focus-first-field.ts';

export type ModalProps = Omit<ComponentProps<'dialog'>, 'open' | 'ref' | 'onCancel' | 'onClose'> & {
  onClose: () => void;
};

/** The browser's own modal dialog: what is behind it cannot be reached, and the focus returns where it came from. */
export function Modal({ onClose, children, ...props }: ModalProps) {
  const modal = useRef<HTMLDialogElement>(null);

  // In the layout phase, because the dialog gives the focus back only while it is still part of the page.
  useLayoutEffect(() => {
    const element = modal.current;
    if (!element) return;
    element.showModal();
    focusFirstField(element.querySelector<HTMLElement>('[data-modal-body]'));
    return () => element.close();
  }, []);

  return (
    <dialog
      ref={modal}
      onCancel={(event) => {
        // A file chooser inside tells of its own cancel in the same words.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={({ target, currentTarget }) => {
        // It is told late: React mounts twice while developing, and by then the dialog is open again.
        if (target === currentTarget && !currentTarget.open) onClose();
      }}
      {...props}
    >
      {children}
    </dialog>
  );
}

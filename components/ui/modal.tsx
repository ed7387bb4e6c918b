'use client';

import { type ComponentProps, useLayoutEffect, useRef } from 'react';
import { focusFirstField } from './focus-first-field.ts';

export type ModalProps = Omit<ComponentProps<'dialog'>, 'open' | 'ref' | 'onCancel' | 'onClose'> & {
  onClose: () => void;
};

/** The browser's modal dialog: the page behind it is inert, and the focus returns to where it was. */
export function Modal({ onClose, children, ...props }: ModalProps) {
  const modal = useRef<HTMLDialogElement>(null);

  // In the layout phase: the dialog can return the focus only while it is still in the document.
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
        // A file input inside fires its own `cancel` event, which bubbles.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={({ target, currentTarget }) => {
        // The event is asynchronous: React mounts twice in development, and by then the dialog is open again.
        if (target === currentTarget && !currentTarget.open) onClose();
      }}
      {...props}
    >
      {children}
    </dialog>
  );
}

'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import { createContext, type ReactNode, use, useId } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { Modal } from './modal.tsx';

const dialogStyle = cva(
  'fixed flex max-h-[calc(100dvh-2rem)] animate-rise flex-col overflow-hidden rounded-md border bg-raised text-start text-ink shadow-float backdrop:bg-scrim sm:top-[min(12vh,6rem)] sm:max-h-[calc(100dvh-min(12vh,6rem)-1rem)] sm:mx-auto max-sm:top-auto max-sm:bottom-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0',
  {
    variants: {
      size: {
        s: 'sm:w-96',
        m: 'sm:w-[34rem]',
        l: 'sm:w-[min(56rem,calc(100vw-3rem))]',
      },
    },
    defaultVariants: { size: 'm' },
  },
);

const Close = createContext<() => void>(() => {});

export type DialogProps = VariantProps<typeof dialogStyle> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
};

/**
 * A dialog above the page; a bottom sheet on small screens. The first field gets the focus. A click outside does nothing, so
 * that no input is lost by mistake.
 */
export function Dialog({ open, onOpenChange, title, description, size, children }: DialogProps) {
  const id = useId();
  const close = () => onOpenChange(false);
  if (!open) return null;

  return (
    <Modal
      onClose={close}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className={dialogStyle({ size })}
    >
      <div className="flex items-start gap-4 border-b py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1 py-1">
          <h2 id={`${id}-title`} className="text-lg font-semibold wrap-anywhere">
            {title}
          </h2>
          {description && (
            <div id={`${id}-description`} className="mt-0.5 text-ink-muted">
              {description}
            </div>
          )}
        </div>
        <IconButton label="Close" onClick={close}>
          <Icon name="x" />
        </IconButton>
      </div>
      <div data-modal-body className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">
        <Close value={close}>{children}</Close>
      </div>
    </Modal>
  );
}

/** The buttons at the foot of a dialog; placed inside its form and always visible. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-4 z-10 -mx-4 mt-4 -mb-4 flex flex-wrap justify-end gap-2 border-t bg-raised px-4 py-3">
      {children}
    </div>
  );
}

interface DialogCancelProps {
  onCancel?: (() => void) | undefined;
  children?: ReactNode;
}

/** Closes the dialog and changes nothing. */
export function DialogCancel({ onCancel, children = 'Cancel' }: DialogCancelProps) {
  const close = use(Close);
  return (
    <Button
      onClick={() => {
        onCancel?.();
        close();
      }}
    >
      {children}
    </Button>
  );
}

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

export function TextInput({ className, ...props }: ComponentProps<'input'>) {
  return <input className={clsx('control h-8 read-only:bg-sunken pointer-coarse:h-10', className)} {...props} />;
}

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { controlStyle } from './control-style.ts';

export function TextInput({ className, ...props }: ComponentProps<'input'>) {
  return <input className={clsx(controlStyle, 'h-8 read-only:bg-sunken pointer-coarse:h-10', className)} {...props} />;
}

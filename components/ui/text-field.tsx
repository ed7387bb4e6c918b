import { type ComponentProps, createElement, type ElementType } from 'react';
import { Field, type FieldProps } from './field.tsx';
import { Select, type SelectProps } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextInput } from './text-input.tsx';

type WithField<Props> = Omit<FieldProps, 'children'> & Omit<Props, keyof FieldProps>;

/** A text box with its label, hint and error. `className` is the field's. */
export function TextField(props: WithField<ComponentProps<'input'>>) {
  return fieldAround(TextInput, props);
}

/** A text box of several lines with its label, hint and error. */
export function TextAreaField(props: WithField<ComponentProps<'textarea'>>) {
  return fieldAround(TextArea, props);
}

/** A choice from a list with its label, hint and error. */
export function SelectField(props: WithField<SelectProps>) {
  return fieldAround(Select, props);
}

function fieldAround<Props>(control: ElementType, props: WithField<Props>) {
  const { label, hint, error, required, id, labelHidden, aside, className, ...rest } = props;
  const field = { label, hint, error, required, id, labelHidden, aside, className };
  return <Field {...field}>{(linked) => createElement(control, { ...linked, ...rest })}</Field>;
}

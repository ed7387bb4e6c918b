import type { Field } from '#lib/record/field.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';
import type { Choice } from '#lib/words/choice.ts';
import { choicesFor } from '../choices-for.ts';

/** References that accept several kinds of records. */
const kindsIn: Readonly<Partial<Record<ReferenceKind, readonly ReferenceKind[]>>> = {
  person: ['user', 'contact', 'consumer'],
  task: ['problem', 'change'],
};

const characters = (max: number) => `at most ${max.toLocaleString('en')} characters`;

/** Describes the content of a field. */
function contents(field: Field): string {
  switch (field.type) {
    case 'text':
      return `one line of ${characters(field.max)}`;
    case 'long-text':
      return `a text of ${characters(field.max)}`;
    case 'choice':
    case 'rating':
      return 'a choice';
    case 'reference':
      return `${/^[aeio]/.test(field.target) ? 'an' : 'a'} ${field.target.replaceAll('-', ' ')}`;
    case 'yes-no':
      return 'yes or no';
    case 'date-time':
      return 'a date and time';
    case 'number':
      return 'a whole number';
    case 'money':
      return 'an amount';
  }
}

/** The first choice of the source that the target lacks. */
function missingChoice(target: Field, source: Field): Choice | undefined {
  const taken = choicesFor(target);
  return choicesFor(source).find(
    ({ value, label }) => !taken.some((choice) => choice.value === value && choice.label === label),
  );
}

function takesType(target: Field, source: Field): boolean {
  if (target.type === 'text' || target.type === 'long-text')
    return (source.type === 'text' || source.type === target.type) && source.max <= target.max;
  if (target.type === 'reference')
    return (
      source.type === 'reference' &&
      (source.target === target.target || kindsIn[target.target]?.includes(source.target) === true)
    );
  return source.type === target.type;
}

/** ADM-4, WO-1 · Why a field cannot take the values of another field; null if it can. */
export function typeMismatch(target: Field, source: Field): string | null {
  const cannot = `${target.label} cannot hold ${source.label}`;
  if (!takesType(target, source)) {
    const [taken, given] = [contents(target), contents(source)];
    return taken === given
      ? `${cannot}: it takes ${taken} of another type.`
      : `${cannot}: it takes ${taken}, and ${source.label} is ${given}.`;
  }
  const missing = missingChoice(target, source);
  return missing ? `${cannot}: it has no choice "${missing.label}".` : null;
}

import type { FormDraft } from '#components/ui/drafts/use-form-draft.ts';

export interface TypedFields {
  /** Errors by the names of the fields. */
  errors: Readonly<Record<string, string>>;
  /** Value of a control: the typed one after a refusal, otherwise the saved one. */
  typedOr: (name: string, saved: string) => string;
  typedAll: (name: string) => readonly string[] | undefined;
  /** The props of a field: its name, its error, and its value. */
  field: (name: string, saved?: string) => { name: string; error: string | undefined; defaultValue: string };
  /** The props of a checkbox. */
  box: (name: string, saved: boolean) => { name: string; defaultChecked: boolean };
}

/** REC-5 · What the controls of a form start with: the refused values, else the draft, else what is saved. */
export function typedFields(
  refused: FormData | null,
  formDraft: FormDraft | undefined,
  errors: TypedFields['errors'],
): TypedFields {
  function typedOr(name: string, saved: string) {
    const value = refused?.get(name);
    return typeof value === 'string' ? value : (formDraft?.typedOr(name, saved) ?? saved);
  }
  const typedAll = (name: string) =>
    refused?.getAll(name).filter((value) => typeof value === 'string') ?? formDraft?.typedAll(name);
  return {
    errors,
    typedOr,
    typedAll,
    field: (name, saved = '') => ({ name, error: errors[name], defaultValue: typedOr(name, saved) }),
    box: (name, saved) => ({ name, defaultChecked: (typedAll(name)?.length ?? Number(saved)) > 0 }),
  };
}

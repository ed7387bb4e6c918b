import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { NewStep } from '#lib/technician-day/outbox.ts';
import { timestampedName } from './file-name.ts';
import { SignaturePad } from './signature-pad.tsx';
import { StepDialog, type StepDialogProps } from './step-dialog.tsx';

/** The customer signs on the phone: a picture with the signer's name and the time. */
export function SignatureDialog(props: StepDialogProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [name, setName] = useState(props.task.person ?? '');
  const [isDrawn, setIsDrawn] = useState(false);
  const [drawings, setDrawings] = useState(0);
  const [errors, setErrors] = useState<{ name?: string; drawn?: string }>({});

  async function step(): Promise<NewStep | null> {
    const wrong = {
      ...(name.trim() ? {} : { name: 'Enter the name of the person who signs.' }),
      ...(isDrawn ? {} : { drawn: 'A signature is missing.' }),
    };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return null;
    const file = await new Promise<Blob | null>((resolve) => {
      if (canvas.current) canvas.current.toBlob(resolve, 'image/png');
      else resolve(null);
    });
    return file && { kind: 'file', name: timestampedName(`Signature of ${name.trim()}`, 'image/png'), file };
  }

  return (
    <StepDialog {...props} title="Signature" verb="Add signature" stepOf={step}>
      <TextField
        label="Who signs"
        required
        error={errors.name}
        value={name}
        maxLength={100}
        onChange={({ target }) => setName(target.value)}
      />
      <SignaturePad key={drawings} canvas={canvas} onDrawn={() => setIsDrawn(true)} />
      {errors.drawn && (
        <p role="alert" className="text-sm text-danger">
          {errors.drawn}
        </p>
      )}
      <Button
        className="justify-self-start"
        variant="quiet"
        onClick={() => {
          setIsDrawn(false);
          setDrawings(drawings + 1);
        }}
      >
        Clear
      </Button>
    </StepDialog>
  );
}

import { useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FileInput } from '#components/ui/file-input.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { toast } from '#components/ui/toast.ts';
import type { DayTask } from '#lib/technician-day/day.ts';
import { timestampedName } from './file-name.ts';
import type { Outbox } from './use-outbox.ts';

interface PhotoButtonProps {
  task: DayTask;
  outbox: Outbox;
  className: string;
}

/** Takes photos or picks them from the phone, and stores them on this phone as steps. */
export function PhotoButton({ task: { number }, outbox, className }: PhotoButtonProps) {
  const input = useRef<HTMLInputElement>(null);

  async function take(files: readonly File[]) {
    try {
      for (const file of files) {
        const photo = await shrinkPhoto(file);
        await outbox.add(number, { kind: 'file', name: timestampedName('Photo', photo.type), file: photo });
      }
    } catch {
      toast({ text: 'This phone has no space for the photo. It was not saved.', tone: 'error' });
    }
  }

  return (
    <>
      <FileInput
        ref={input}
        accept="image/*"
        aria-label={`Photos of ${number}`}
        onFiles={(files) => void take(files)}
      />
      <Button className={className} icon={<Icon name="camera" />} onClick={() => input.current?.click()}>
        Photo<span className="sr-only">{` ${number}`}</span>
      </Button>
    </>
  );
}

/** The longer side of an uploaded photo, in pixels. */
const LONGEST = 2_000;
const SMALL = 500_000;

/** Shrinks a photo for slow networks and turns it upright; small or undrawable files stay as they are. */
async function shrinkPhoto(file: Blob): Promise<Blob> {
  if (file.size <= SMALL) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return smaller && smaller.size < file.size ? smaller : file;
}

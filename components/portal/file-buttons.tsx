import { useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FileInput } from '#components/ui/file-input.tsx';
import { Icon } from '#components/ui/icon.tsx';

interface FileButtonsProps {
  onFiles: (files: readonly File[]) => void;
  pending: boolean;
  /** No further files while these are sent. */
  disabled?: boolean;
  onCancel: () => void;
  /** The largest size. */
  most: string;
  status: string;
  failed: string;
  words: Readonly<Record<'case.files.add' | 'case.files.cancel', string>>;
}

/** POR-3 · Chooses files, and says how far their upload is. */
export function FileButtons({ onFiles, pending, disabled, onCancel, most, status, failed, words }: FileButtonsProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <FileInput ref={input} aria-label={words['case.files.add']} onFiles={onFiles} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={<Icon name="paperclip" />}
          className="min-h-10"
          disabled={disabled}
          onClick={() => input.current?.click()}
        >
          {words['case.files.add']}
        </Button>
        {pending && (
          <Button variant="quiet" className="min-h-10" onClick={onCancel}>
            {words['case.files.cancel']}
          </Button>
        )}
        <span className="text-sm text-ink-faint">{most}</span>
      </div>
      <p role="status" className="text-sm text-ink-muted empty:hidden">
        {status}
      </p>
      {failed && (
        <p role="alert" className="text-sm text-tone-red">
          {failed}
        </p>
      )}
    </>
  );
}

/** The file being uploaded, and its progress. */
export function UploadProgress({ text, share }: { text: string; share: number }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-sm text-ink-muted not-has-[progress]:sr-only">
      <p role="status">{text}</p>
      {text && <progress value={share} aria-label="Sent of this file" className="h-1.5 w-40 accent-accent" />}
    </div>
  );
}

import { z } from 'zod';
import { Kind, TaskNumber } from '#lib/record/schema.ts';
import { namesFolder, sanitizeFileName } from './sanitize-file-name.ts';

/** The content type of an upload; an invalid one is not a reason to refuse the file. */
export const UploadHeaders = z.object({
  'content-type': z
    .string()
    .regex(/^[\w.+-]+\/[\w.+-]+$/)
    .max(120)
    .catch('application/octet-stream'),
  'content-length': z.coerce.number().int().min(0).optional().catch(undefined),
});

/** ACC-12 · The name of an uploaded file, without its path and deceptive characters. */
export const FileName = z
  .string()
  .transform((name) =>
    sanitizeFileName(name)
      .replace(/^.*[/\\]/, '')
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(1, 'The file has no name.')
      .max(200, 'The name is longer than 200 characters.')
      .refine((name) => !namesFolder(name), 'This is the name of a folder.'),
  );

/** What an upload declares besides its content. */
export const Upload = z.object({ kind: Kind, number: TaskNumber, name: FileName });
export type Upload = z.infer<typeof Upload>;

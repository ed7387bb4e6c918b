import { ReadableStream } from 'node:stream/web';
import { v7 as uuid } from 'uuid';
import { addAttachment } from '#lib/attachment/commands/add-attachment.ts';
import { FILES_AT_MOST, fileIsNotTooLarge } from '#lib/attachment/rules/attach.ts';
import { Upload } from '#lib/attachment/schema.ts';
import { dropReceived, finalizeReceived, type Received, receiveFile } from '#lib/attachment/store.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import type { MailFile } from './mail-files.ts';

/** MAIL-4 · The most files of one email that are attached; the email itself keeps all of them. */
const FILES_OF_MAIL = 25;

/** The files of an email on their way into a case: stored on disk, not yet attached to a record. */
export type StoredFiles = {
  /** The number of files in the email, including those that are not attached. */
  sent: number;
  /** Attaches the files on behalf of the actor, in an open transaction. */
  attach: (tx: Db, actor: Actor, number: string) => Promise<void>;
  /** Which files were not attached, and why. */
  leftOut: string;
  /** Makes the files permanent after the commit. */
  keep: () => Promise<void>;
  /** Deletes the files when no row refers to them. If the commit is uncertain, the sweep of uploads decides. */
  drop: () => Promise<void>;
};

const whole = (content: Uint8Array) => ReadableStream.from([content]);

/** A valid file name for an upload; a long name keeps its ending. */
function nameOf({ name }: MailFile, number: string): string {
  const short = name.length > 200 ? `${name.slice(0, 150)}${name.slice(-40)}` : name;
  return Upload.safeParse({ kind: 'case', number, name: short }).data?.name ?? 'attachment';
}

/** MAIL-4 · Whether the case already has the same file, such as the picture of a signature. */
const hasFile = async (tx: Db, number: string, { sha256 }: Received) =>
  (await tx.attachment.count({ where: { sha256, task: { number } } })) > 0;

/** REC-4, MAIL-4 · Stores the files that are within the upload limits. */
export async function storeFiles(files: readonly MailFile[], maxMegabytes: number): Promise<StoredFiles> {
  const fits = (file: MailFile) => fileIsNotTooLarge(file.content.byteLength, maxMegabytes).ok;
  const taken = files.filter((file) => fits(file) && file.content.byteLength > 0).slice(0, FILES_OF_MAIL);
  const tooLarge = files.filter((file) => !fits(file)).length;
  const tooMany = files.filter(fits).length - taken.length;
  const received: { file: MailFile; stored: Received }[] = [];
  /** The files that the case already has. */
  const known = new Set<Received>();
  const drop = async () => {
    for (const { stored } of received) await dropReceived(stored.id);
  };
  try {
    for (const file of taken)
      received.push({ file, stored: await receiveFile(uuid(), whole(file.content), maxMegabytes) });
  } catch (error) {
    await drop();
    throw error;
  }
  return {
    sent: files.length,
    async attach(tx, actor, number) {
      for (const { file, stored } of received.slice(0, FILES_AT_MOST)) {
        if (file.isPicture && (await hasFile(tx, number, stored))) known.add(stored);
        else
          await addAttachment(
            actor,
            { kind: 'case', number, name: nameOf(file, number), contentType: file.contentType },
            stored,
            tx,
          );
      }
    },
    leftOut: [
      ...(tooLarge > 0
        ? [`${tooLarge === 1 ? '1 file is' : `${tooLarge} files are`} larger than ${maxMegabytes} MB`]
        : []),
      ...(tooMany > 0 ? [`${tooMany} more ${tooMany === 1 ? 'file' : 'files'}`] : []),
    ].join(', '),
    async keep() {
      for (const { stored } of received) await (known.has(stored) ? dropReceived : finalizeReceived)(stored.id);
    },
    drop,
  };
}

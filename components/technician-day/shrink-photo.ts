/** The longer side of an uploaded photo, in pixels. */
const LONGEST = 2_000;
const SMALL = 500_000;

/** Shrinks a photo for slow networks and turns it upright; small or undrawable files stay as they are. */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
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

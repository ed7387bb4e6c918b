/** The longer side of a photo that is sent, in pixels. */
const LONGEST = 2_000;
const SMALL = 500_000;

/** A photo of a size that a slow network takes, upright; what cannot be drawn, or is small, goes as it is. */
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

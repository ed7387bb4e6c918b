const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
};

/** The file name of a picture taken now: Photo 2026-11-25 14.05.09.jpg */
export function timestampedName(what: string, type: string, at = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [two(at.getHours()), two(at.getMinutes()), two(at.getSeconds())].join('.');
  return `${what} ${day} ${time}.${extensions[type] ?? 'img'}`;
}

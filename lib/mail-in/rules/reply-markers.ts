/**
 * MAIL-4 · How mail programs introduce what they quote, in one line once it is unwrapped: English, German, Korean, Japanese.
 * Other languages are known to the parser of replies.
 */
export const attributions: readonly RegExp[] = [
  /^On [^\n]{6,300} wrote:$/,
  /^Am [^\n]{6,300} schrieb[^\n]{0,200}:$/,
  /^[^\n]{2,200} schrieb am [^\n]{6,200}:$/,
  /^\d{4}[.년-][^\n]{6,250}(작성|님이 작성|쓴 글|님의 말):$/,
  /^\d{4}[/年][^\n]{4,250}(のメール|のメッセージ|書きました|<[^<>\s]{3,120}>)\s?[:：]$/,
];

/** A line that stands between the answer and what it answers; what comes below is old. */
export const separators: readonly RegExp[] = [
  /^-{2,12}\s?(original message|original appointment|reply message)\s?-{2,12}$/i,
  /^-{2,12}\s?(ursprüngliche nachricht|originalnachricht|original-nachricht)\s?-{2,12}$/i,
  /^-{2,12}\s?(원본 ?메시지|원본 ?메일|원본 내용)\s?-{2,12}$/,
  /^-{2,12}\s?(元のメッセージ|オリジナルメッセージ|original ?message)\s?-{2,12}$/i,
];

/** The first line of a block of headers that Outlook and others put above what they quote. */
export const headerStart = /^[*>\s]{0,4}(from|von|보낸 ?사람|보낸이|差出人|送信者)\*?\s?[:：]/i;

/** The lines of such a block, of which one follows soon. */
export const headerGoesOn =
  /^[*>\s]{0,4}(sent|date|to|subject|gesendet|datum|an|betreff|보낸 ?날짜|날짜|받는 ?사람|제목|送信日時|日時|日付|宛先|件名)\*?\s?[:：]/i;

/** What telephones and programs sign with. */
export const programs: readonly RegExp[] = [
  /^(sent|gesendet|geschickt) (from|von|mit) [^\n]{2,80}$/i,
  /^von meinem [^\n]{2,60} gesendet\.?$/i,
  /^(get|holen sie sich|laden sie) outlook (for|für) [^\n]{2,120}$/i,
  /^(나의 |내 )?[^\n]{2,40}에서 (보냄|보낸 메일입니다|발송됨)\.?$/,
  /^(android|ios)용 outlook[^\n]{0,120}$/i,
  /^[^\n]{2,40}から送信(されました)?。?$/,
  /^(android|ios) 版 outlook[^\n]{0,120}$/i,
  /^outlook for (android|ios)[^\n]{0,120}$/i,
];

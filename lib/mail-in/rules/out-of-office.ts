/**
 * MAIL-6 · How the subjects of out-of-office replies begin, by language: the most common languages and some of their
 * neighbours. Compared in lower case, without accents.
 */
const notes: readonly string[] = [
  // English
  'automatic reply, auto reply, auto-reply, autoreply, auto response, automatic response, autoresponse',
  'out of office, out of the office, out-of-office, ooo, away from the office, away from my desk',
  'on vacation',
  // German
  'automatische antwort, automatische rückantwort, abwesenheitsnotiz, abwesenheitsnachricht, abwesenheit',
  'abwesend, nicht im büro',
  // French
  'réponse automatique, absence du bureau, absent du bureau, absente du bureau, message d’absence',
  "message d'absence",
  // Spanish
  'respuesta automática, fuera de la oficina, fuera de oficina, ausente de la oficina',
  // Portuguese
  'resposta automática, fora do escritório, fora da empresa, ausência temporária, ausente do escritório',
  // Italian
  "risposta automatica, fuori sede, fuori ufficio, assente dall’ufficio, assente dall'ufficio",
  // Dutch
  'automatisch antwoord, automatische beantwoording, afwezigheidsbericht, afwezig, niet aanwezig',
  // Polish
  'automatyczna odpowiedź, odpowiedź automatyczna, autoodpowiedź, poza biurem, nieobecność',
  // Russian, Ukrainian
  'автоматический ответ, автоответ, вне офиса, нет на месте, отсутствую на рабочем месте',
  'автоматична відповідь, поза офісом',
  // Turkish
  'otomatik yanıt, otomatik cevap, ofis dışında',
  // Chinese
  '自动回复, 自動回覆, 自動回復, 自动答复, 外出, 不在办公室, 不在辦公室, 休假中',
  // Japanese
  '自動応答, 自動返信, 不在通知, 不在のお知らせ, 不在',
  // Korean
  '자동 회신, 자동회신, 자동 응답, 자동응답, 자동 답장, 부재중, 부재 중',
  // Arabic, Hindi
  'رد تلقائي, الرد التلقائي, خارج المكتب, स्वचालित उत्तर, स्वतः उत्तर, कार्यालय से बाहर',
  // Swedish, Danish, Norwegian, Finnish
  'autosvar, automatiskt svar, automatisk svar, frånvaromeddelande, fraværende, automaattinen vastaus',
  'poissa',
  // Czech, Hungarian, Greek
  'automatická odpověď, mimo kancelář, automatikus válasz, αυτόματη απάντηση, εκτός γραφείου',
].flatMap((line) => line.split(', '));

const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const begins: readonly string[] = notes.map(folded).toSorted((one, other) => other.length - one.length);

/** What follows the beginning of an out-of-office subject: the answered subject, after a colon or a dash, or nothing. */
const FOLLOWS = /^(?:[\])】]|\s*[:：]\s*|\s+[-–—]\s+|\s+(?=re\s*:)|\s*$)/;

/** MAIL-6 · The subject that an out-of-office reply answers, in lower case without accents; '' if none. Null: no such reply. */
export function outOfOfficeSubject(subject: string): string | null {
  const text = folded(subject)
    .trim()
    .replace(/^[[(【]/, '')
    .slice(0, 1_000);
  const note = begins.find((begin) => text.startsWith(begin) && FOLLOWS.test(text.slice(begin.length)));
  if (note === undefined) return null;
  return text.slice(note.length).replace(FOLLOWS, '');
}

/** Whether an out-of-office reply answers an email with this subject. */
export const isNoteOn = (answered: string, subject: string): boolean => {
  const plain = (text: string) =>
    folded(text)
      .replace(/^(?:\s*re\s*:)+/, '')
      .trim();
  return answered !== '' && plain(subject) !== '' && plain(answered) === plain(subject);
};

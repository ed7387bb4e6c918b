const ADDRESS = /[^\s<>@]@[^\s<>@]+\.[^\s<>@]/;
const TIME = /\d{1,2}\s?[:.h時시]\s?\d{2}/i;

const originals = [
  'original message|original appointment|reply message|ursprüngliche nachricht|originalnachricht|original-nachricht',
  "message d['’]origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht",
  'ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna',
  'původní zpráva|pôvodná správa|eredeti üzenet|mesaj original|исходное сообщение|оригинальное сообщение|orijinal mesaj|αρχικό μήνυμα',
  '원본 ?메시지|원본 ?메일|원본 내용|元のメッセージ|オリジナルメッセージ|原始邮件|原始郵件|邮件原件',
].join('|');
/** A line between an answer and the original; the text below it is old. */
export const SEPARATOR = new RegExp(`^-{2,30}\\s?(${originals})\\s?-{2,30}$`, 'iu');

export type HeaderName = 'from' | 'sent' | 'to' | 'subject';

const labels: Readonly<Record<HeaderName, string>> = {
  from: 'from|von|de|da|van|från|fra|od|nadawca|odesílatel|от|від|kimden|lähettäjä|feladó|de la|από|dari|từ|보낸 ?사람|보낸이|差出人|送信者|发件人|寄件者|寄件人|מאת|من',
  sent: 'sent|date|gesendet|datum|envoyé|enviado|enviada|fecha|data|inviato|verzonden|skickat|sendt|dato|wysłano|odesláno|odoslané|отправлено|дата|надіслано|gönderildi|gönderilme|tarih|lähetetty|elküldve|dátum|trimis|στάλθηκε|ημερομηνία|dikirim|보낸 ?날짜|날짜|送信日時|日時|日付|发送时间|發送時間|寄件日期|傳送時間|日期|תאריך|נשלח',
  to: 'to|an|à|para|aan|a|till|til|do|komu|кому|kime|vastaanottaja|címzett|către|προς|kepada|đến|받는 ?사람|宛先|收件人|收件者|אל|إلى|cc|kopie|copie|참조',
  subject:
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|předmět|predmet|тема|konu|aihe|tárgy|subiect|θέμα|perihal|chủ đề|제목|件名|主题|主旨|נושא|الموضوع',
};

const headers = Object.entries(labels).map(
  ([name, words]) => [name as HeaderName, new RegExp(`^[*\\s]{0,3}(?:${words})\\*?\\s?[:：]\\*?\\s?`, 'iu')] as const,
);

/** The header in a line, as Outlook and others put above a quote; null: no header. */
export function headerIn(line: string): { name: HeaderName; value: string } | null {
  for (const [name, label] of headers) {
    const [found] = label.exec(line) ?? [];
    if (found !== undefined) return { name, value: line.slice(found.length) };
  }
  return null;
}

/** Whether a block has the headers of an email, and is not, for example, a person's travel plan. */
export function isMailHeaderBlock(block: ReadonlyMap<HeaderName, string>): boolean {
  const [from = '', to = '', sent = ''] = [block.get('from'), block.get('to'), block.get('sent')];
  if (from === '' || !block.has('subject') || block.size < 3) return false;
  return ADDRESS.test(from) || ADDRESS.test(to) || TIME.test(sent);
}

/** Last lines that phones and mail programs add as a signature. */
export const programs: readonly RegExp[] = [
  /^sent from my [\p{L}\d][\p{L}\d +-]{1,40}\.?$/iu,
  /^sent from (outlook|yahoo mail|mail|windows mail|proton ?mail|samsung|gmail)( (for|on|mobile)[^\n]{0,60})?\.?$/i,
  /^(gesendet|geschickt) (von|mit) (meine[mr]|outlook|yahoo|der|dem)[^\n]{2,80}$/i,
  /^von meinem [^\n]{2,60} gesendet\.?$/i,
  /^envoyé (de|depuis) mon [^\n]{2,60}$/i,
  /^enviado (desde|do) (mi|meu) [^\n]{2,60}$/i,
  /^inviato da(l mio)? [^\n]{2,60}$/i,
  /^(get|holen sie sich|laden sie|obtenir|obtener) outlook (for|für|pour|para) [^\n]{2,120}$/i,
  /^(나의 |내 )?[^\n]{2,40}에서 (보냄|보낸 메일입니다|발송됨)\.?$/,
  /^(android|ios)용 outlook[^\n]{0,120}$/i,
  /^[^\n]{2,40}から送信(されました)?。?$/,
  /^(android|ios) 版 outlook[^\n]{0,120}$/i,
  /^outlook for (android|ios)[^\n]{0,120}$/i,
];

import { describe, expect, it } from 'vitest';
import { isNoteOn, outOfOfficeSubject } from './out-of-office.ts';

/** Subjects as mail programs write them: three or more in each of the twelve most common languages, and some in others. */
const subjects = [
  [
    'Automatic reply: The line is down',
    'Auto-Reply: The line is down',
    'Out of Office',
    '[Autoreply] The line is down',
  ],
  ['Automatische Antwort: Störung', 'Abwesenheitsnotiz: Störung', 'Abwesend'],
  [
    'Réponse automatique : Panne',
    'Réponse automatique\u00a0: Panne',
    'Re\u0301ponse automatique: Panne',
    'Absente du bureau : Panne',
  ],
  ['Respuesta automática: Avería', 'RESPUESTA AUTOMATICA: Avería', 'Fuera de la oficina: Avería'],
  ['Resposta automática: Avaria', 'Fora do escritório: Avaria', 'Ausência temporária Re: Avaria'],
  ['Risposta automatica: Guasto', 'Fuori sede: Guasto', "Assente dall'ufficio"],
  ['Automatisch antwoord: Storing', 'Afwezig: Storing', 'Afwezigheidsbericht: Storing'],
  ['Automatyczna odpowiedź: Awaria', 'Autoodpowiedź: Awaria', 'Poza biurem: Awaria'],
  ['Автоматический ответ: Авария', 'Автоответ: Авария', 'Вне офиса: Авария'],
  ['自动回复: 故障', '自動回覆：故障', '外出：故障'],
  ['自動応答: 故障', '自動返信：故障', '不在通知: 故障'],
  ['자동 회신: 장애', '자동응답: 장애', '부재중: 장애'],
  ['رد تلقائي: عطل', 'الرد التلقائي: عطل', 'خارج المكتب: عطل'],
  [
    'स्वचालित उत्तर: खराबी',
    'Otomatik yanıt: Arıza',
    'Autosvar: Fel',
    'Automatická odpověď: Porucha',
    'Αυτόματη απάντηση: Βλάβη',
  ],
].flat();

/** People's own subjects with the same words inside or at the end. */
const people = [
  ['Re: Automatic reply: The line is down', 'AW: Abwesenheitsnotiz: Störung', 'How do I set an out of office note?'],
  [
    'Out of office printers do not print',
    'Automatische Antwort funktioniert nicht',
    'Respuesta automática no funciona',
  ],
  ['自動返信が届きません', '부재중 전화가 많습니다', 'Autoreplying to everybody', ''],
].flat();

describe('a note of absence', () => {
  it.each(subjects)('MAIL-6 · is recognized by the beginning of its subject: %s', (subject) => {
    expect(outOfOfficeSubject(subject)).not.toBeNull();
  });

  it.each(people)('MAIL-6 · is not what people write about absences: %s', (subject) => {
    expect(outOfOfficeSubject(subject)).toBeNull();
  });

  it('MAIL-6 · names the subject that it answers', () => {
    const note = outOfOfficeSubject('Réponse automatique : Re: CS0001001 Leitung gestört');
    expect([note, isNoteOn(note ?? '', 'CS0001001 Leitung gestört')]).toEqual(['re: cs0001001 leitung gestort', true]);
    expect(isNoteOn('the divert does not work', 'CS0001001 The line is down')).toBe(false);
    expect(isNoteOn(outOfOfficeSubject('Out of Office') ?? '', '')).toBe(false);
  });
});

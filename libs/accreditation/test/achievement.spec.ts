import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languages, type CompletionRule, type Language } from '@aula/contracts';
import { achievementText, hoursIn, hoursText, mainLanguage, type CourseVersion } from '../src/credential/achievement.entity.js';
import { seed } from './mutations.js';

const aVersion = (wish: Partial<CourseVersion> = {}): CourseVersion => ({
  id: '0193e2f0-0000-7000-8000-000000000000',
  title: { es: 'Curso', pt: 'Curso', en: 'Course', fr: 'Cours' },
  summary: { es: 'Resumen', pt: 'Resumo', en: 'Summary', fr: 'Résumé' },
  hours: 40,
  languages: ['es'],
  completion: { units: 'required' },
  ...wish,
});
const quiz = { kind: 'quiz', title: { es: 'Prueba final', en: 'Final quiz' } };
const session = { kind: 'session', title: { es: 'Práctica' } };
const rule = (minimumScore: number | null): CompletionRule => ({ units: 'required', minimumScore });

describe('the words of an achievement', () => {
  it('are in the course’s main language: the first of its languages that has a title', () => {
    expect(mainLanguage({ languages: ['fr', 'es'], title: { es: 'a' } })).toBe('es');
    expect(mainLanguage({ languages: ['fr', 'es'], title: { fr: 'a', es: 'b' } })).toBe('fr');
    expect(mainLanguage({ languages: ['fr'], title: { pt: 'a' } })).toBe('pt');
  });

  it.each<[Language, string]>([
    [
      'es',
      'Completó las 2 unidades exigidas: «Prueba final» y «Práctica». Obtuvo al menos el 70 % en cada prueba. Asistió a las sesiones.',
    ],
    ['pt', 'Concluiu as 2 unidades exigidas: “Prueba final” e “Práctica”. Obteve pelo menos 70% em cada prova. Participou das sessões.'],
    ['en', 'Completed the 2 required units: “Final quiz” and “Práctica”. Scored at least 70% in each quiz. Attended the sessions.'],
    [
      'fr',
      'A achevé les 2 unités exigées: « Prueba final » et « Práctica ». A obtenu au moins 70 % à chaque test. A participé aux séances.',
    ],
  ])('say in %s which rule was met', (language, criteria) => {
    const text = achievementText(aVersion({ languages: [language], completion: rule(0.7) }), [quiz, session]);
    expect(text.criteria.replace(/[\u00a0\u202f]/g, ' ')).toBe(criteria);
  });

  it('name each quiz’s own passing score when the rule has none, and count units that are too many to name', () => {
    expect(achievementText(aVersion({ completion: rule(null) }), [quiz]).criteria).toContain('según el puntaje mínimo de la prueba');
    const many = achievementText(
      aVersion(),
      Array.from({ length: 30 }, () => quiz),
    ).criteria;
    expect(many).toContain('las 30 unidades exigidas.');
    expect(many).not.toContain('Prueba final');
  });

  it('are one line of text that may be signed, whatever was typed', () => {
    const typed = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(typed, typed, (title, summary) => {
        const text = achievementText(aVersion({ title: { es: `T${title}` }, summary: { es: summary } }), [quiz]);
        for (const part of [text.name, text.description, text.criteria]) {
          expect(part).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
          expect(part).toBe(part.trim());
          expect(part).not.toBe('');
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('cut a summary that is as long as a page, between words', () => {
    const { description } = achievementText(aVersion({ summary: { es: 'palabra '.repeat(500) } }), []);
    expect(description.length).toBeLessThan(1_050);
    expect(description.endsWith('palabra…')).toBe(true);
  });
});

describe('hours', () => {
  it.each<[number, Language, string]>([
    [40, 'es', '40 horas'],
    [1, 'pt', '1 hora'],
    [7.5, 'fr', '7,5 heures'],
    [7.5, 'en', '7.5 hours'],
    [10_000, 'en', '10000 hours'],
    [0, 'es', ''],
  ])('%d in %s are "%s"', (hours, language, text) => {
    expect(hoursText(hours, language)).toBe(text);
  });

  it(`are read again from every signed description (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(...languages),
        fc.string({ maxLength: 30 }),
        (hundredths, language, summary) => {
          const { description } = achievementText(
            aVersion({ hours: hundredths / 100, languages: [language], summary: { [language]: `s${summary}` } }),
            [],
          );
          expect(hoursIn(description)).toBe(hundredths / 100);
        },
      ),
      { seed, numRuns: 300 },
    );
    expect(hoursIn('Curso de 40 horas')).toBeNull();
    expect(hoursIn('40 horas extra')).toBeNull();
  });
});

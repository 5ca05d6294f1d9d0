import type { Language } from '@aula/contracts';

/** The standard that a package is made for. */
export type ScormVersion = '1.2' | '2004';

/** A page to read: a heading, paragraphs, and points to remember. */
interface TextPage {
  kind: 'text';
  title: string;
  paragraphs: string[];
  points?: string[];
}

/** A question inside the lesson: practice, with its explanation. `correct` is the index of the right choice. */
interface QuestionPage {
  kind: 'question';
  id: string;
  title: string;
  prompt: string;
  choices: string[];
  correct: number;
  explanation: string;
}

/** What a learner goes through in one sitting: a SCO with a bookmark, a score and a completion of its own. */
export interface LessonPart {
  title: string;
  pages: (TextPage | QuestionPage)[];
}

/** What one generated package teaches, in one language: as a whole, or in parts that are completed one by one. */
export type Lesson = {
  identifier: string;
  language: Language;
  title: string;
  description: string;
} & (Pick<LessonPart, 'pages'> | { parts: LessonPart[] });

/** The parts of a lesson in their order; of an undivided one the lesson itself. */
export const partsOf = (lesson: Lesson): LessonPart[] =>
  'parts' in lesson ? lesson.parts : [{ title: lesson.title, pages: lesson.pages }];

/** The words on a lesson's own buttons. */
export const lessonWords: Readonly<
  Record<Language, Record<'back' | 'next' | 'finish' | 'check' | 'right' | 'wrong' | 'page' | 'done' | 'choose' | 'onward', string>>
> = {
  es: {
    back: 'Anterior',
    next: 'Siguiente',
    finish: 'Terminar',
    check: 'Comprobar',
    right: 'Correcto.',
    wrong: 'No es así.',
    page: 'Página {n} de {of}',
    done: 'Lección terminada',
    choose: 'Elija una respuesta.',
    onward: 'Siguiente parte',
  },
  pt: {
    back: 'Anterior',
    next: 'Próxima',
    finish: 'Concluir',
    check: 'Verificar',
    right: 'Correto.',
    wrong: 'Não é assim.',
    page: 'Página {n} de {of}',
    done: 'Lição concluída',
    choose: 'Escolha uma resposta.',
    onward: 'Próxima parte',
  },
  en: {
    back: 'Back',
    next: 'Next',
    finish: 'Finish',
    check: 'Check',
    right: 'Correct.',
    wrong: 'Not quite.',
    page: 'Page {n} of {of}',
    done: 'Lesson finished',
    choose: 'Choose an answer.',
    onward: 'Next part',
  },
  fr: {
    back: 'Précédent',
    next: 'Suivant',
    finish: 'Terminer',
    check: 'Vérifier',
    right: 'Exact.',
    wrong: 'Ce n’est pas cela.',
    page: 'Page {n} sur {of}',
    done: 'Leçon terminée',
    choose: 'Choisissez une réponse.',
    onward: 'Partie suivante',
  },
};

import type { NotificationKind, ProblemText } from '@aula/contracts';

export interface Words {
  /** The kind, as one chooses among kinds. */
  name: ProblemText;
  title: ProblemText;
  text: ProblemText;
}

/** What is told to those who run courses and the academy. */
export const staffWords = {
  'review.requested': {
    name: {
      es: 'Revisión de un curso que le piden',
      pt: 'Revisão de um curso que lhe pedem',
      en: 'Review of a course asked of you',
      fr: 'Relecture d’un cours qui vous est demandée',
    },
    title: {
      es: 'Le piden revisar «{course}»',
      pt: 'Pedem que você revise “{course}”',
      en: 'You are asked to review “{course}”',
      fr: 'On vous demande de relire « {course} »',
    },
    text: {
      es: 'El borrador espera una segunda mirada antes de publicarse. Vea qué cambió y decida.',
      pt: 'O rascunho espera um segundo olhar antes de ser publicado. Veja o que mudou e decida.',
      en: 'The draft waits for a second pair of eyes before it is published. See what changed and decide.',
      fr: 'Le brouillon attend un second regard avant d’être publié. Voyez ce qui a changé et décidez.',
    },
  },
  'review.decided': {
    name: {
      es: 'Decisión sobre una revisión que pidió',
      pt: 'Decisão sobre uma revisão que você pediu',
      en: 'Decision on a review that you asked for',
      fr: 'Décision sur une relecture que vous avez demandée',
    },
    title: {
      es: 'Revisión de «{course}»: {decision}',
      pt: 'Revisão de “{course}”: {decision}',
      en: 'Review of “{course}”: {decision}',
      fr: 'Relecture de « {course} » : {decision}',
    },
    text: {
      es: 'La decisión y lo que se comentó están en la revisión del curso.',
      pt: 'A decisão e os comentários estão na revisão do curso.',
      en: 'The decision and what was said stand in the review of the course.',
      fr: 'La décision et les remarques se trouvent dans la relecture du cours.',
    },
  },
  'import.finished': {
    name: { es: 'Fin de una importación', pt: 'Fim de uma importação', en: 'End of an import', fr: 'Fin d’une importation' },
    title: {
      es: 'Importación de «{file}»: {ended}',
      pt: 'Importação de “{file}”: {ended}',
      en: 'Import of “{file}”: {ended}',
      fr: 'Importation de « {file} » : {ended}',
    },
    text: {
      es: 'Vea cuántas filas se aceptaron, cuáles se rechazaron y por qué.',
      pt: 'Veja quantas linhas foram aceitas, quais foram recusadas e por quê.',
      en: 'See how many rows were accepted, which were rejected and why.',
      fr: 'Voyez combien de lignes ont été acceptées, lesquelles ont été refusées et pourquoi.',
    },
  },
  'batch.finished': {
    name: {
      es: 'Fin de una inscripción de varias personas',
      pt: 'Fim de uma inscrição de várias pessoas',
      en: 'End of an enrollment of several people',
      fr: 'Fin d’une inscription de plusieurs personnes',
    },
    title: {
      es: 'Inscripción en «{edition}»: terminada',
      pt: 'Inscrição em “{edition}”: terminada',
      en: 'Enrollment in “{edition}”: finished',
      fr: 'Inscription à « {edition} » : terminée',
    },
    text: {
      es: 'Personas inscritas: {enrolled}. Quedaron fuera: {leftOut}.',
      pt: 'Pessoas inscritas: {enrolled}. Ficaram de fora: {leftOut}.',
      en: 'People enrolled: {enrolled}. Left out: {leftOut}.',
      fr: 'Personnes inscrites : {enrolled}. Laissées de côté : {leftOut}.',
    },
  },
  'order.dead': {
    name: {
      es: 'Trabajos del sistema que se abandonan',
      pt: 'Tarefas do sistema que são abandonadas',
      en: 'Jobs of the system that give up',
      fr: 'Tâches du système abandonnées',
    },
    title: {
      es: 'Un trabajo del sistema no pudo terminar',
      pt: 'Uma tarefa do sistema não pôde terminar',
      en: 'A job of the system gave up',
      fr: 'Une tâche du système a été abandonnée',
    },
    text: {
      es: 'Se intentó varias veces sin éxito ({order}). Vea por qué y, una vez resuelto, vuelva a intentarlo.',
      pt: 'Foi tentada várias vezes sem sucesso ({order}). Veja por quê e, uma vez resolvido, tente de novo.',
      en: 'It was tried several times without success ({order}). See why and, once that is put right, try it again.',
      fr: 'Elle a été tentée plusieurs fois sans succès ({order}). Voyez pourquoi et, une fois le problème réglé, relancez-la.',
    },
  },
  'essay.waiting': {
    name: {
      es: 'Respuestas que esperan una nota',
      pt: 'Respostas que esperam uma nota',
      en: 'Answers that wait for a mark',
      fr: 'Réponses qui attendent une note',
    },
    title: {
      es: 'Hay respuestas por calificar en «{edition}»',
      pt: 'Há respostas para corrigir em “{edition}”',
      en: 'There are answers to mark in “{edition}”',
      fr: 'Des réponses sont à noter dans « {edition} »',
    },
    text: {
      es: 'Quienes las escribieron no tienen su resultado hasta que se califiquen.',
      pt: 'Quem as escreveu não tem o seu resultado até que sejam corrigidas.',
      en: 'Those who wrote them have no result until they are marked.',
      fr: 'Leurs auteurs n’ont pas de résultat tant qu’elles ne sont pas notées.',
    },
  },
} as const satisfies Partial<Record<NotificationKind, Words>>;

import { problemTexts, type ProblemText } from './problems/text.js';
import type { Language } from './text.js';

const common = problemTexts({
  argument: {
    es: 'El contenido llamó con un argumento no válido.',
    pt: 'O conteúdo chamou com um argumento inválido.',
    en: 'The content called with an argument that is not valid.',
    fr: 'Le contenu a appelé avec un argument non valable.',
  },
  general: {
    es: 'Error general del contenido o del reproductor.',
    pt: 'Erro geral do conteúdo ou do reprodutor.',
    en: 'A general error of the content or the player.',
    fr: 'Erreur générale du contenu ou du lecteur.',
  },
  closed: {
    es: 'El contenido llamó cuando aún no había comenzado o ya había terminado.',
    pt: 'O conteúdo chamou quando ainda não tinha começado ou já tinha terminado.',
    en: 'The content called before it had begun or after it had ended.',
    fr: 'Le contenu a appelé avant d’avoir commencé ou après avoir terminé.',
  },
  again: {
    es: 'El contenido quiso comenzar o terminar por segunda vez.',
    pt: 'O conteúdo quis começar ou terminar pela segunda vez.',
    en: 'The content wanted to begin or end a second time.',
    fr: 'Le contenu a voulu commencer ou terminer une seconde fois.',
  },
  unknown: {
    es: 'SCORM no conoce este dato.',
    pt: 'O SCORM não conhece este dado.',
    en: 'SCORM knows no such piece of data.',
    fr: 'SCORM ne connaît pas cette donnée.',
  },
  unset: {
    es: 'El dato aún no tenía valor.',
    pt: 'O dado ainda não tinha valor.',
    en: 'The piece of data had no value yet.',
    fr: 'La donnée n’avait pas encore de valeur.',
  },
  readOnly: {
    es: 'El contenido quiso escribir un dato que solo puede leer.',
    pt: 'O conteúdo quis escrever um dado que só pode ler.',
    en: 'The content wanted to write what it may only read.',
    fr: 'Le contenu a voulu écrire une donnée qu’il ne peut que lire.',
  },
  writeOnly: {
    es: 'El contenido quiso leer un dato que solo puede escribir.',
    pt: 'O conteúdo quis ler um dado que só pode escrever.',
    en: 'The content wanted to read what it may only write.',
    fr: 'Le contenu a voulu lire une donnée qu’il ne peut qu’écrire.',
  },
  type: {
    es: 'El valor no tiene la forma que SCORM pide para este dato.',
    pt: 'O valor não tem a forma que o SCORM pede para este dado.',
    en: 'The value does not have the form that SCORM asks of it.',
    fr: 'La valeur n’a pas la forme que SCORM exige pour cette donnée.',
  },
  range: {
    es: 'El valor está fuera de los límites permitidos.',
    pt: 'O valor está fora dos limites permitidos.',
    en: 'The value is outside of what is allowed.',
    fr: 'La valeur sort des limites permises.',
  },
  order: {
    es: 'Falta otro dato que debía escribirse antes.',
    pt: 'Falta outro dado que devia ser escrito antes.',
    en: 'Another piece of data should have been written first.',
    fr: 'Une autre donnée aurait dû être écrite avant.',
  },
  keyword: {
    es: 'El contenido quiso escribir una palabra reservada de SCORM.',
    pt: 'O conteúdo quis escrever uma palavra reservada do SCORM.',
    en: 'The content wanted to write a reserved word of SCORM.',
    fr: 'Le contenu a voulu écrire un mot réservé de SCORM.',
  },
  commit: {
    es: 'El reproductor no pudo guardar en ese momento.',
    pt: 'O reprodutor não pôde salvar naquele momento.',
    en: 'The player could not save at that moment.',
    fr: 'Le lecteur n’a pas pu enregistrer à ce moment.',
  },
  other: {
    es: 'El reproductor no aceptó la llamada.',
    pt: 'O reprodutor não aceitou a chamada.',
    en: 'The player did not take the call.',
    fr: 'Le lecteur n’a pas accepté l’appel.',
  },
});
type Kind = keyof typeof common;

/** SCORM 1.2 RTE 3.3, error codes. */
const codes12: Readonly<Record<number, Kind>> = {
  101: 'general',
  201: 'argument',
  202: 'unknown',
  203: 'unknown',
  301: 'closed',
  401: 'unknown',
  402: 'keyword',
  403: 'readOnly',
  404: 'writeOnly',
  405: 'type',
};
/** SCORM 2004 4th Ed. RTE 3.1.7, error codes. */
const codes2004: Readonly<Record<number, Kind>> = {
  101: 'general',
  102: 'general',
  103: 'again',
  104: 'closed',
  111: 'general',
  112: 'closed',
  113: 'again',
  122: 'closed',
  123: 'closed',
  132: 'closed',
  133: 'closed',
  142: 'closed',
  143: 'closed',
  201: 'argument',
  301: 'general',
  351: 'order',
  391: 'commit',
  401: 'unknown',
  402: 'unknown',
  403: 'unset',
  404: 'readOnly',
  405: 'writeOnly',
  406: 'type',
  407: 'range',
  408: 'order',
};

/** What an error code of the SCORM API means, in plain words. The same number means different things in 1.2 and 2004. */
export const runtimeErrorText = (version: '1.2' | '2004', code: number, language: Language): string => {
  const kind = (version === '1.2' ? codes12 : codes2004)[code] ?? 'other';
  const text: ProblemText = common[kind];
  return text[language];
};

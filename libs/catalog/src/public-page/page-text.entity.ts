import type { Language } from '@aula/contracts';

/** What the server writes into public pages by itself. */
interface PageText {
  title: string;
  description: string;
  catalogue: string;
  catalogueText: string;
  contents: string;
  editions: string;
  verify: string;
  numbers: string;
  numbersText: string;
  privacy: string;
  privacyText: string;
  accessibility: string;
  accessibilityText: string;
  languages: Readonly<Record<Language, string>>;
  hours: (hours: number) => string;
  course: (title: string) => string;
}

const names = { es: 'Español', pt: 'Português', en: 'English', fr: 'Français' };
const figure = (locale: string) => (hours: number) => new Intl.NumberFormat(locale).format(hours);

export const pageTexts: Readonly<Record<Language, PageText>> = {
  es: {
    title: 'Formación policial para toda América',
    description:
      'Cursos de las academias de policía del continente, en español, portugués, inglés y francés, con certificados que cualquiera puede verificar.',
    catalogue: 'Catálogo de cursos',
    catalogueText: 'Cursos de las academias de la red, con sus próximas ediciones.',
    contents: 'Contenido',
    editions: 'Próximas ediciones',
    verify: 'Verificar un certificado',
    numbers: 'La red en cifras',
    numbersText: 'Cuántas personas estudian en las academias de la red, en qué países, y cuántas terminan.',
    privacy: 'Aviso de privacidad',
    privacyText: 'Qué datos se guardan, para qué, durante cuánto tiempo y qué puede pedir usted.',
    accessibility: 'Declaración de accesibilidad',
    accessibilityText: 'Hasta dónde se cumplen las pautas WCAG 2.2, qué falta todavía y cómo avisarnos de un obstáculo.',
    languages: names,
    hours: (hours) => `${figure('es')(hours)} horas`,
    course: (title) => `${title}: curso de la red de academias de policía.`,
  },
  pt: {
    title: 'Formação policial para toda a América',
    description:
      'Cursos das academias de polícia do continente, em espanhol, português, inglês e francês, com certificados que qualquer pessoa pode verificar.',
    catalogue: 'Catálogo de cursos',
    catalogueText: 'Cursos das academias da rede, com suas próximas edições.',
    contents: 'Conteúdo',
    editions: 'Próximas edições',
    verify: 'Verificar um certificado',
    numbers: 'A rede em números',
    numbersText: 'Quantas pessoas estudam nas academias da rede, em quais países, e quantas concluem.',
    privacy: 'Aviso de privacidade',
    privacyText: 'Quais dados são guardados, para quê, por quanto tempo e o que você pode pedir.',
    accessibility: 'Declaração de acessibilidade',
    accessibilityText: 'Até onde são cumpridas as diretrizes WCAG 2.2, o que ainda falta e como nos avisar de uma barreira.',
    languages: names,
    hours: (hours) => `${figure('pt-BR')(hours)} horas`,
    course: (title) => `${title}: curso da rede de academias de polícia.`,
  },
  en: {
    title: 'Police training for all the Americas',
    description:
      'Courses of the police academies of the Americas, in Spanish, Portuguese, English and French, with certificates that anybody can verify.',
    catalogue: 'Course catalogue',
    catalogueText: 'Courses of the academies of the network, with their next editions.',
    contents: 'Contents',
    editions: 'Next editions',
    verify: 'Check a certificate',
    numbers: 'The network in numbers',
    numbersText: 'How many people study at the academies of the network, in which countries, and how many complete.',
    privacy: 'Privacy notice',
    privacyText: 'Which data are kept, what for, for how long, and what you may ask for.',
    accessibility: 'Accessibility statement',
    accessibilityText: 'How far these pages meet WCAG 2.2, what is still missing, and how to tell us about a barrier.',
    languages: names,
    hours: (hours) => `${figure('en')(hours)} hours`,
    course: (title) => `${title}: a course of the network of police academies.`,
  },
  fr: {
    title: 'La formation policière pour toutes les Amériques',
    description:
      'Des cours des académies de police du continent, en espagnol, portugais, anglais et français, avec des certificats que chacun peut vérifier.',
    catalogue: 'Catalogue des cours',
    catalogueText: 'Les cours des académies du réseau et leurs prochaines sessions.',
    contents: 'Contenu',
    editions: 'Prochaines sessions',
    verify: 'Vérifier un certificat',
    numbers: 'Le réseau en chiffres',
    numbersText: 'Combien de personnes étudient dans les académies du réseau, dans quels pays, et combien terminent.',
    privacy: 'Avis de confidentialité',
    privacyText: 'Quelles données sont conservées, pourquoi, combien de temps, et ce que vous pouvez demander.',
    accessibility: 'Déclaration d’accessibilité',
    accessibilityText: 'Dans quelle mesure ces pages respectent les WCAG 2.2, ce qui manque encore et comment nous signaler un obstacle.',
    languages: names,
    hours: (hours) => `${figure('fr')(hours)} heures`,
    course: (title) => `${title} : un cours du réseau des académies de police.`,
  },
};

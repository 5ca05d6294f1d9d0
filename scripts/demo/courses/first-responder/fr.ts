import type { CourseText } from '../course.ts';

export const fr: CourseText = {
  title: 'Premier intervenant sur les lieux',
  summary: 'Arriver, protéger, secourir et préserver : les trente premières minutes décident de l’enquête.',
  unitTitles: { welcome: 'Bienvenue', lesson: 'Leçon : les trente premières minutes', exam: 'Examen final' },
  welcome: `## Les lieux ne se rejouent pas

Ce qui se perd dans les premières minutes ne se retrouve pas. Ce cours demande environ **quatre heures** et se termine par un examen de six questions ; la note de passage est de 60 %.

- Votre progression est conservée à chaque étape.
- Vous pouvez continuer sur un autre appareil.`,
  lesson: {
    identifier: 'aula-demo-first-responder-fr',
    language: 'fr',
    title: 'Premier intervenant sur les lieux',
    description: 'Sécurité, secours, périmètre, consignation et remise des lieux.',
    pages: [
      {
        kind: 'text',
        title: 'Arriver en sécurité',
        paragraphs: [
          'Approchez en observant : dangers, personnes, véhicules qui partent, odeurs, bruits. Annoncez par radio ce que vous voyez avant d’entrer.',
        ],
        points: ['Votre sécurité et celle des autres d’abord.', 'Notez l’heure d’arrivée.'],
      },
      {
        kind: 'text',
        title: 'Secourir les personnes',
        paragraphs: [
          'La vie passe avant la preuve. Portez secours, appelez les soins, et retenez par où vous êtes passé et ce que vous avez déplacé.',
        ],
        points: ['Photographiez avant de déplacer, si rien ne presse.', 'Notez qui est entré et pourquoi.'],
      },
      {
        kind: 'question',
        id: 'esc-1',
        title: 'Entraînement 1',
        prompt: 'Une personne blessée se trouve près d’une douille. Que faites-vous d’abord ?',
        choices: ['Ramasser la douille', 'Secourir la personne et noter ce qui a été déplacé', 'Attendre l’expert'],
        correct: 1,
        explanation: 'La vie passe avant la preuve ; ce qui est déplacé est noté.',
      },
      {
        kind: 'text',
        title: 'Délimiter',
        paragraphs: [
          'Tracez un périmètre plus grand qu’il ne paraît nécessaire : on peut toujours le réduire, jamais l’agrandir sans perte. Fixez une seule voie d’accès.',
        ],
        points: ['Périmètre intérieur : personnel technique seulement.', 'Périmètre extérieur : public et presse.'],
      },
      {
        kind: 'question',
        id: 'esc-2',
        title: 'Entraînement 2',
        prompt: 'La pluie commence à tomber sur une empreinte. Que faire ?',
        choices: ['La couvrir sans toucher et le noter', 'La relever à la main', 'Ne rien faire'],
        correct: 0,
        explanation: 'Protéger sans toucher conserve la trace ; la note explique ce qui a été fait.',
      },
      {
        kind: 'text',
        title: 'Remettre les lieux',
        paragraphs: [
          'Remettez les lieux à l’enquêteur avec un récit ordonné : ce que vous avez vu, ce que vous avez fait, qui est entré, ce qui a changé. Signez l’heure. La chaîne de traçabilité commence ici.',
        ],
        points: ['Pas de suppositions : des faits et des heures.'],
      },
    ],
  },
  gift: `::Priorité:: En arrivant sur les lieux, on assure d’abord... {=la sécurité et les secours aux personnes ~la collecte des traces ~l’audition des témoins ~l’appel à la presse}

::Périmètre:: Le premier périmètre doit être plus grand qu’il ne paraît nécessaire. {T}

::Accès:: Combien de voies d’accès fixe-t-on pour le personnel ? {#1}

::Consigner:: Cochez ce qui doit être noté. {~%33.33333%L’heure d’arrivée ~%33.33333%Qui est entré ~%33.33333%Ce qui a été déplacé ~%-50%Ses propres soupçons ~%-50%Les rumeurs}

::Traçabilité:: Le registre de qui a détenu chaque trace s’appelle la chaîne de... {=traçabilité =tracabilite =possession}

::Pluie:: Une empreinte que la pluie menace... {=se couvre sans toucher, et cela se note ~se relève à la main ~se laisse ~se lave}`,
};

import type { CourseText } from '../course.ts';

export const fr: CourseText = {
  title: 'Droits humains et usage de la force',
  summary: 'Les principes qui rendent légitime une intervention policière, avec des cas à trancher pas à pas.',
  unitTitles: { welcome: 'Bienvenue', lesson: 'Leçon : les principes', exam: 'Examen final' },
  welcome: `## Avant de commencer

Ce cours demande environ **six heures**. Arrêtez-vous quand vous voulez : ce que vous avez fait est conservé.

1. Lisez cette page.
2. Suivez la leçon et répondez aux questions d’entraînement.
3. Passez l’examen. La note de passage est de 60 %.

> La force est un pouvoir exceptionnel : elle se justifie chaque fois, devant chaque personne.`,
  lesson: {
    identifier: 'aula-demo-use-of-force-fr',
    language: 'fr',
    title: 'Droits humains et usage de la force',
    description: 'Légalité, nécessité, proportionnalité, précaution, non-discrimination et responsabilité.',
    pages: [
      {
        kind: 'text',
        title: 'Pourquoi des limites',
        paragraphs: [
          'L’État confie à la police le pouvoir d’user de la force pour protéger la vie et les droits de tous. Cette confiance ne tient que si chaque usage peut être expliqué.',
          'Les Principes de base des Nations Unies sur le recours à la force et l’utilisation des armes à feu (1990) résument ce que l’on attend de qui porte l’uniforme.',
        ],
      },
      {
        kind: 'text',
        title: 'Six principes',
        paragraphs: ['Avant, pendant et après une intervention, passez en revue ces principes.'],
        points: [
          'Légalité : une règle le permet et le but est légitime.',
          'Nécessité : aucun moyen moins dommageable ne suffirait.',
          'Proportionnalité : le dommage prévisible ne dépasse pas celui qu’on évite.',
          'Précaution : l’opération est préparée pour que la force ne soit pas nécessaire.',
          'Non-discrimination : la décision répond à la conduite, jamais à l’origine.',
          'Responsabilité : on rend compte, on consigne, on examine.',
        ],
      },
      {
        kind: 'question',
        id: 'uso-1',
        title: 'Entraînement 1',
        prompt: 'Une personne crie et insulte, mais ne menace ni n’agresse. Que faire d’abord ?',
        choices: ['La menotter par prévention', 'Garder ses distances, parler et écouter', 'Montrer son arme'],
        correct: 1,
        explanation: 'Il n’y a pas d’agression à repousser : la communication est le moyen le moins dommageable qui suffise.',
      },
      {
        kind: 'text',
        title: 'La décision, pas à pas',
        paragraphs: [
          'Demandez-vous ce qui se passe, quel risque existe et pour qui. Puis quelles options vous avez et laquelle nuit le moins.',
          'Le niveau de force peut descendre autant que monter : quand la résistance cesse, la force cesse.',
        ],
        points: ['Identifiez-vous et avertissez chaque fois que possible.', 'Laissez le temps d’obéir.', 'Portez aussitôt secours.'],
      },
      {
        kind: 'question',
        id: 'uso-2',
        title: 'Entraînement 2',
        prompt: 'La personne arrêtée ne résiste plus. Quelle est la bonne conduite ?',
        choices: [
          'Maintenir la pression par sécurité',
          'Réduire la force et vérifier son état de santé',
          'La laisser à plat ventre jusqu’au transport',
        ],
        correct: 1,
        explanation: 'Sans résistance, pas de nécessité. Une position ventrale prolongée peut provoquer l’asphyxie.',
      },
      {
        kind: 'text',
        title: 'Après l’intervention',
        paragraphs: [
          'Soignez les blessés, prévenez les proches, préservez les lieux et rendez compte par écrit. Un rapport complet protège la personne touchée et l’agent qui a bien agi.',
        ],
        points: ['Ce que vous avez vu et fait, dans l’ordre.', 'Les autres moyens envisagés.', 'Les témoins et les enregistrements.'],
      },
    ],
  },
  gift: `::Nécessité:: La force est nécessaire quand... {=aucun moyen moins dommageable ne suffirait ~elle est plus rapide ~un supérieur l’ordonne ~la personne a un casier}

::Proportionnalité:: La proportionnalité compare... {=le dommage prévisible et celui qu’on évite ~le nombre d’agents et celui des personnes ~la force et une infraction passée ~le coût et le budget}

::Cessation:: Quand la résistance cesse, la force doit cesser. {T}

::Ordre illégal:: Obéir à un ordre manifestement illégal exonère de toute responsabilité. {F}

::Six principes:: Cochez les principes de l’usage de la force. {~%33.33333%Légalité ~%33.33333%Précaution ~%33.33333%Non-discrimination ~%-50%Rapidité ~%-50%Exemplarité}

::Année:: En quelle année les Principes de base des Nations Unies ont-ils été adoptés ? {#1990}

::Secours:: Après l’usage de la force, le premier devoir est de porter... {=secours =assistance =les premiers secours}

::Arme à feu:: L’arme à feu n’est employée contre une personne que... {=face à une menace imminente de mort ou de blessure grave ~pour empêcher la fuite de qui a volé ~en tir d’avertissement ~quand la patience est à bout}`,
};

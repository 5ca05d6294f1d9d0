import type { CourseText } from '../course.ts';

export const fr: CourseText = {
  title: 'Police de proximité',
  summary: 'Connaître son secteur, écouter ceux qui y vivent et résoudre avec eux les problèmes qui reviennent.',
  unitTitles: {
    welcome: 'Bienvenue',
    lesson: 'Leçon : de l’incident au problème',
    exam: 'Examen final',
    session: 'Pratique : une marche dans le secteur',
  },
  welcome: `## La patrouille qui descend de voiture

Ce cours demande environ **huit heures**. Il s’adresse à toute personne qui a la charge d’un secteur : quartier, section communale ou bord de mer.

1. Parcourez la leçon : des cas brefs et des décisions que vous avez sans doute déjà dû prendre.
2. Choisissez un vrai problème de votre secteur et gardez-le en tête pendant la lecture.
3. Passez l’examen : six questions, 60 % pour réussir.

> La confiance ne se demande pas en réunion : elle se gagne entre deux réunions.`,
  lesson: {
    identifier: 'aula-demo-community-policing-fr',
    language: 'fr',
    title: 'Police de proximité',
    description: 'Connaître le secteur, écouter, résoudre avec méthode, traiter avec équité et mesurer ce qui compte.',
    pages: [
      {
        kind: 'text',
        title: 'Un coin de rue, deux façons de patrouiller',
        paragraphs: [
          'Chaque vendredi soir, on appelle pour des vols au même arrêt d’autobus. La voiture passe douze fois par semaine et ne trouve personne.',
          'Une policière descend et pose des questions. La lampe de l’arrêt est grillée depuis deux mois, le dernier autobus part à vingt-deux heures et le chantier d’en face paie en espèces le vendredi. Une ampoule neuve, une paie à jours variables, et les appels cessent presque.',
        ],
        points: [
          'Les appels étaient des incidents ; le coin de rue était le problème.',
          'La solution était entre les mains des riverains, du chantier et de la mairie.',
        ],
      },
      {
        kind: 'text',
        title: 'Ce que c’est, ce que ce n’est pas',
        paragraphs: [
          'La police de proximité réunit trois choses : un travail avec les gens du lieu, la résolution de problèmes et une institution qui laisse du temps pour les deux.',
        ],
        points: [
          'Ce ne sont pas des relations publiques.',
          'Ce n’est pas un réseau d’informateurs.',
          'Ce n’est pas de la mollesse : on arrête qui doit l’être, et on explique pourquoi.',
        ],
      },
      {
        kind: 'text',
        title: 'Le premier mois dans le secteur',
        paragraphs: [
          'Parcourez-le à pied à trois heures différentes. La marchande qui s’installe à cinq heures, le concierge de l’école et le gardien de nuit ne voient pas les mêmes choses.',
        ],
        points: [
          'Notez les lieux, les heures et le nom de ceux qui parlent pour d’autres.',
          'Cherchez ceux qui ne viennent pas aux réunions : jeunes, personnes âgées, migrants, autorités autochtones.',
          'Laissez un contact auquel quelqu’un répond aussi pendant vos congés.',
        ],
      },
      {
        kind: 'question',
        id: 'com-1',
        title: 'Exercice 1',
        prompt:
          'À votre première réunion, les riverains se plaignent pendant vingt minutes de patrouilles jamais venues. Que faites-vous ?',
        choices: [
          'Vous montrez les chiffres qui prouvent que les délais se sont améliorés',
          'Vous écoutez, vous notez et vous concluez par deux engagements tenables et une date',
          'Vous demandez des plaintes écrites et passez au point suivant',
        ],
        correct: 1,
        explanation: 'Qui ne se sent pas écouté n’entend ni chiffres ni procédures. Deux engagements tenus valent mieux que dix promesses.',
      },
      {
        kind: 'text',
        title: 'Une réunion utile',
        paragraphs: [
          'Choisissez l’heure et le lieu des gens, pas ceux du commissariat. S’il ne vient que des commerçants, allez ensuite au terrain de sport, au marché et à la paroisse.',
          'Terminez par une feuille visible de tous : quoi, qui, pour quand. La réunion suivante commence par cette feuille, même si une chose n’a pas abouti.',
        ],
      },
      {
        kind: 'text',
        title: 'Quatre étapes pour un problème',
        paragraphs: ['Un problème se répète, cause un dommage, et les gens attendent qu’on s’en occupe.'],
        points: [
          'Repérer : ce qui se répète, où et à qui cela arrive.',
          'Analyser : pourquoi là, pourquoi à cette heure, ce qui le rend facile.',
          'Répondre : avec ceux qui tiennent la cause, pas seulement avec des patrouilles.',
          'Évaluer : est-ce vraiment en baisse, ou est-ce passé dans la rue d’à côté ?',
        ],
      },
      {
        kind: 'text',
        title: 'Un cas : les motos du parc',
        paragraphs: [
          'On se plaint de courses de motos. Quarante amendes plus tard, rien n’a changé. L’analyse montre que presque tout se passe le dimanche de dix-huit à vingt heures, quand l’avenue est réservée aux familles et que le parc devient le seul raccourci.',
          'La réponse : deux bornes, une déviation signalée et un accord avec le club de motards. Trois mois plus tard, on recompte.',
        ],
      },
      {
        kind: 'question',
        id: 'com-2',
        title: 'Exercice 2',
        prompt: 'Sur 30 vols de téléphone, 21 ont eu lieu entre 17 h et 19 h à la sortie d’une école. Quelle est l’étape suivante ?',
        choices: [
          'Poster une voiture devant l’école toute la journée',
          'Considérer l’analyse comme finie et rendre compte',
          'Chercher avec élèves et enseignants ce qui rend le vol facile à cet endroit et à cette heure',
        ],
        correct: 2,
        explanation: 'Où et quand, c’est la moitié de l’analyse. Il manque le pourquoi, et ceux qui passent cette porte le connaissent.',
      },
      {
        kind: 'text',
        title: 'Un traitement équitable',
        paragraphs: [
          'On juge la police moins sur le résultat que sur la manière. Une amende bien expliquée laisse moins de rancune qu’un avertissement humiliant.',
        ],
        points: [
          'Parole : laissez chacun donner sa version.',
          'Neutralité : la même règle pour tous, et dites laquelle.',
          'Respect : vouvoiement, nom de la personne, pas de moquerie devant autrui.',
          'Motifs clairs : dites ce que vous cherchez à protéger.',
        ],
      },
      {
        kind: 'question',
        id: 'com-3',
        title: 'Exercice 3',
        prompt: 'Un commerçant vous demande de « faire partir les étrangers » qui vendent sur la place. Que répondez-vous ?',
        choices: [
          'Que vous agissez face à une conduite interdite, quel qu’en soit l’auteur, et demandez ce qui se passe au juste',
          'Que vous contrôlerez les papiers de tous les vendeurs étrangers',
          'Que cela ne regarde pas la police',
        ],
        correct: 0,
        explanation:
          'On répond à une conduite, jamais à une origine. La question précise révèle souvent un vrai problème : place, bruit, déchets.',
      },
      {
        kind: 'text',
        title: 'Quand la confiance apporte un secret',
        paragraphs: [
          'Une habitante qui vous connaît désormais vous confie que son conjoint la frappe. La Convention de Belém do Pará (1994) oblige les États à prévenir et à sanctionner la violence contre la femme.',
        ],
        points: [
          'Demandez si elle est en sécurité aujourd’hui et s’il y a une arme à la maison.',
          'Ne proposez pas de conciliation : c’est un rapport de force, non une querelle entre égaux.',
          'Accompagnez-la au service spécialisé ; un dépliant ne suffit pas.',
        ],
      },
      {
        kind: 'text',
        title: 'Proche, avec des limites',
        paragraphs: [
          'La proximité expose. Le Code de conduite des Nations Unies pour les responsables de l’application des lois (1979) demande de s’opposer à tout acte de corruption et de garder secret ce que l’on apprend en service.',
        ],
        points: ['Les petits cadeaux créent des dettes que d’autres voient.', 'Ce qu’on vous confie ne se répète pas à l’épicerie.'],
      },
      {
        kind: 'question',
        id: 'com-4',
        title: 'Exercice 4',
        prompt: 'Un restaurateur refuse, jour après jour, que vous payiez votre repas. Que convient-il de faire ?',
        choices: [
          'Accepter : refuser serait blessant et nuirait à la relation',
          'Remercier, payer toujours et en parler à votre supérieur',
          'Accepter seulement quand aucun client ne regarde',
        ],
        correct: 1,
        explanation:
          'Une faveur quotidienne devient une dette, et le quartier la voit. En avoir parlé à votre supérieur vous protège ensuite.',
      },
      {
        kind: 'text',
        title: 'Mesurer ce qui compte',
        paragraphs: ['Si l’on ne compte que contrôles et arrestations, c’est ce que l’on produira.'],
        points: [
          'Les appels répétés depuis le même endroit.',
          'Les engagements tenus à la date prévue.',
          'Le nombre de gens qui marchent le soir là où personne ne passait.',
          'Les plaintes : elles montent d’abord, car il y a enfin à qui les confier.',
        ],
      },
    ],
  },
  gift: `::Essentiel:: On reconnaît la police de proximité à ce qu’elle... {=travaille avec les gens du lieu sur les problèmes qui se répètent ~distribue des dépliants et organise des fêtes ~évite d’arrêter les habitants du secteur ~recrute des informateurs dans chaque rue}

::Enquête:: La police de proximité remplace l’enquête criminelle. {F####Elle la complète. Avec la confiance viennent des témoins et des renseignements.}

::Étapes:: Combien d’étapes compte la méthode de résolution de problèmes de la leçon ? {#4}

::Ordre:: On sait ce qui se répète et où. L’étape suivante consiste à... {=analyser pourquoi cela arrive là et à cette heure ~multiplier les patrouilles ~évaluer si cela a baissé ~informer la presse}

::Équité:: Cochez ce que les gens ressentent comme un traitement équitable. {~%33.33333%Pouvoir donner sa version ~%33.33333%La même règle pour tous ~%33.33333%Connaître le motif ~%-50%Une procédure secrète ~%-50%Être appelé par un surnom}

::Plaintes:: En réunion, les gens sont en colère. Le plus utile est... {=d’écouter et de conclure par quelques engagements datés ~de montrer des statistiques ~de lever la séance ~de promettre tout ce qu’ils demandent}

::Violence au foyer:: Face à la violence conjugale, il convient de convoquer les deux personnes et de concilier. {F####La conciliation suppose l’égalité. Entre l’agresseur et une personne qui a peur, elle peut accroître le danger.}

::Convention:: La convention interaméricaine de 1994 sur la violence contre la femme porte le nom de Belém do... {=Pará =Para}

::Code:: En quelle année l’Assemblée générale des Nations Unies a-t-elle adopté le Code de conduite pour les responsables de l’application des lois ? {#1979}

::Inviter:: Cochez ceux qu’il faut aller chercher, car ils viennent rarement d’eux-mêmes. {~%50%Les jeunes du quartier ~%50%Les personnes migrantes ~%-50%Le bureau de la chambre de commerce ~%-50%Votre propre commandant}

::Déplacement:: Les vols baissent dans une rue et montent dans la voisine. Cela signifie que... {=le problème s’est déplacé et qu’il faut l’analyser de nouveau ~la réponse est un succès complet ~la méthode ne vaut rien ~il faut davantage d’amendes}

::Dénonciations:: Les premiers mois, les plaintes augmentent. Une explication raisonnable est... {=que les gens ont plus confiance et disent ce qu’ils taisaient ~qu’il y a toujours plus de crimes là où il y a la police ~que les registres sont mal tenus ~qu’il faut décourager les plaintes}`,
};

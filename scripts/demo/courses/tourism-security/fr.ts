import type { CourseText } from '../course.ts';

export const fr: CourseText = {
  title: 'Sécurité touristique',
  summary: 'Protéger les gens de passage : prévenir, aider dans une autre langue et ne pas laisser la preuve s’envoler avec l’avion.',
  unitTitles: {
    welcome: 'Bienvenue',
    lesson: 'Leçon : la victime part demain',
    exam: 'Examen final',
    session: 'Pratique : visite d’un lieu touristique',
  },
  welcome: `## L’horloge tourne autrement

Le visiteur ne connaît pas la rue, ne sait qui appeler et repart dans quelques jours ou quelques heures. Ce cours demande environ **cinq heures** et montre comment travailler contre cette horloge.

- Pensez à votre gare, à votre plage ou à votre vieille ville.
- Avant de commencer, cherchez quels consulats et quels interprètes sont disponibles dans votre ville.
- L’examen compte six questions ; il faut 60 % pour réussir.`,
  lesson: {
    identifier: 'aula-demo-tourism-security-fr',
    language: 'fr',
    title: 'Sécurité touristique',
    description: 'Prévention sur les lieux touristiques, victimes de passage, consulats, protection de l’enfance et grands rassemblements.',
    pages: [
      {
        kind: 'text',
        title: 'Le bateau part à dix-sept heures',
        paragraphs: [
          'Il est quinze heures au quai de Labadie. Un couple raconte qu’on lui a arraché son sac : passeports, argent, médicaments. Son bateau part à dix-sept heures.',
          'Si vous commencez par le formulaire, vous aurez à dix-sept heures une plainte sans témoins. Si vous commencez par eux, vous aurez des médicaments, un consulat prévenu, un signalement diffusé et un moyen de les rappeler.',
        ],
      },
      {
        kind: 'text',
        title: 'Ce qui change quand la victime est de passage',
        paragraphs: ['Le délit est le même. Il manque tout ce qui entoure une victime chez elle.'],
        points: [
          'Le temps : elle ne reviendra peut-être jamais témoigner.',
          'La langue : elle ne comprend pas ce qu’elle signe.',
          'L’entourage : ni famille, ni médecin, ni avocat à proximité.',
          'Les moyens : sans carte ni téléphone, pas de repas ni de lit.',
        ],
      },
      {
        kind: 'text',
        title: 'Lire le lieu',
        paragraphs: [
          'Les délits contre les touristes ont leurs heures : l’arrivée des cars, la sortie des bars, le débarquement des croisiéristes.',
        ],
        points: [
          'Distributeurs isolés, belvédères sans issue, plages après le coucher du soleil.',
          'Files de taxis sans contrôle, gares aux rabatteurs insistants.',
          'Interrogez ceux qui nettoient, vendent ou conduisent : ils voient toujours les mêmes.',
        ],
      },
      {
        kind: 'text',
        title: 'Les ruses de toujours',
        paragraphs: ['Le costume change, pas la méthode : distraire, presser ou se faire passer pour un autre.'],
        points: [
          'La tache sur le vêtement et l’inconnu aimable qui l’essuie.',
          'La location de vacances qui n’existe pas.',
          'Le taxi qui n’en est pas un.',
          'La boisson droguée.',
          'Le faux policier qui contrôle les portefeuilles.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-1',
        title: 'Exercice 1',
        prompt: 'Un touriste dit que « deux policiers » ont fouillé son portefeuille et qu’il manque 300 dollars. Que faites-vous ?',
        choices: [
          'Expliquer que la police d’ici ne fait pas cela et qu’il a dû mal compter',
          'Prendre le signalement, chercher des caméras, prévenir la hiérarchie et enregistrer la plainte, faux policiers ou vrais',
          'Lui conseiller de se plaindre à son ambassade',
        ],
        correct: 1,
        explanation:
          'Faux, c’est un délit en série ; vrais, c’est aussi un délit. Dans les deux cas, l’institution doit le savoir aujourd’hui.',
      },
      {
        kind: 'text',
        title: 'Se parler sans langue commune',
        paragraphs: [
          'Le traducteur du téléphone sert à rassurer et à orienter. Il ne suffit pas pour une déposition : il y faut un interprète qui réponde de ce qu’il traduit.',
        ],
        points: [
          'Des phrases courtes, sans argot, une idée à la fois.',
          'Jamais un enfant comme interprète, ni quelqu’un qui peut être partie au problème.',
          'Vérifiez : demandez à la personne de redire ce qu’elle a compris.',
        ],
      },
      {
        kind: 'text',
        title: 'Le consulat',
        paragraphs: [
          'Quand vous arrêtez une personne étrangère, la Convention de Vienne sur les relations consulaires (1963, article 36) vous oblige à lui dire sans retard qu’elle peut faire prévenir son consulat. C’est elle qui décide.',
          'Le consulat aide aussi les victimes : document de voyage, contact avec la famille, argent d’urgence.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-2',
        title: 'Exercice 2',
        prompt: 'Vous arrêtez une jeune étrangère. Elle ne parle pas votre langue et ne demande aucun consulat. Que convient-il de faire ?',
        choices: [
          'L’informer sans retard, dans une langue qu’elle comprend, de son droit de faire prévenir le consulat, et le consigner',
          'Attendre qu’elle le demande',
          'Appeler le consulat sans rien lui dire',
        ],
        correct: 0,
        explanation:
          'Ce droit ne dépend pas de sa connaissance. Et il lui appartient : une demandeuse d’asile, par exemple, peut ne pas vouloir que l’on prévienne.',
      },
      {
        kind: 'text',
        title: 'La plainte qui voyage',
        paragraphs: ['Avant le départ, assurez ce que vous ne pourrez plus demander.'],
        points: [
          'Une déposition complète avec interprète ; en vidéo, si votre loi le permet.',
          'Courriel, téléphone et adresse dans son pays, date de départ.',
          'Reconnaissance et objets, aujourd’hui.',
          'Une copie pour l’assurance et pour le passeport.',
        ],
      },
      {
        kind: 'text',
        title: 'L’agression sexuelle en voyage',
        paragraphs: [
          'La santé d’abord : le traitement qui prévient le VIH doit commencer au plus tôt, dans les 72 heures au plus tard. Se faire soigner n’oblige pas à porter plainte.',
        ],
        points: [
          'Un lieu discret et une seule personne qui écoute.',
          'Un seul entretien, par du personnel formé.',
          'Pas de questions sur la tenue ou l’alcool pour juger ; si une boisson a été droguée, l’analyse est urgente.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-3',
        title: 'Exercice 3',
        prompt:
          'Il est vingt-trois heures. Une touriste agressée prend l’avion à six heures et ne veut pas le manquer. Que lui proposez-vous ?',
        choices: [
          'De porter plainte une fois rentrée',
          'De rester : sans elle, pas d’affaire',
          'Des soins et un entretien spécialisé tout de suite, et le moyen de témoigner plus tard à distance',
        ],
        correct: 2,
        explanation:
          'La preuve et la santé n’attendent pas ; le témoignage peut être complété à distance. Partir ou non, c’est à elle d’en décider.',
      },
      {
        kind: 'text',
        title: 'Enfants et adolescents',
        paragraphs: [
          'L’exploitation sexuelle des enfants voyage elle aussi. Le Protocole de Palerme sur la traite (2000) n’exige de prouver ni tromperie ni violence quand la victime a moins de 18 ans : le « consentement » ne compte pas.',
        ],
        points: [
          'Des signes : un adulte qui n’explique pas le lien, un paiement en espèces, une mineure qui ne parle pas elle-même.',
          'Réceptionnistes, chauffeurs et guides appellent quand ils savent qui appeler et que quelqu’un vient.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-4',
        title: 'Exercice 4',
        prompt: 'Une réceptionniste appelle : un homme mûr est monté avec une fille d’environ 15 ans, sans papiers. Comment agissez-vous ?',
        choices: [
          'Lui demander de rappeler s’il y a du bruit',
          'Vous y rendre, les séparer, protéger la jeune fille comme victime et appeler la protection des mineurs et le parquet',
          'Arrêter la jeune fille parce qu’elle est sans papiers',
        ],
        correct: 1,
        explanation:
          'Tout se joue en minutes, et séparément : ensemble, il parle pour elle. Elle est victime, quoi qu’elle dise à cet instant.',
      },
      {
        kind: 'text',
        title: 'Quand vient la foule',
        paragraphs: [
          'Carnaval, fête patronale, match : la sécurité se gagne la semaine d’avant, en parcourant les issues avec les pompiers, la santé et les organisateurs.',
        ],
        points: [
          'Combien de personnes tiennent, et qui décide de fermer l’entrée.',
          'Un point pour les enfants perdus, annoncé en plusieurs langues.',
          'Une voie libre pour les ambulances, que nul n’emprunte « juste une minute ».',
        ],
      },
    ],
  },
  gift: `::Priorité:: Un couple volé embarque dans deux heures. Il faut d’abord... {=veiller à sa santé et à ses besoins et diffuser le signalement ~remplir tout le formulaire ~lui demander de revenir demain ~le renvoyer à l’hôtel}

::Traducteur:: Le traducteur automatique du téléphone suffit pour une déposition. {F####Il sert à orienter. Une déposition demande un interprète qui réponde de ce qu’il traduit.}

::Consulat:: Quel article de la Convention de Vienne sur les relations consulaires traite de l’avis au consulat ? {#36}

::Qui décide:: Une fois informée, qui décide de faire prévenir le consulat ? {=la personne arrêtée ~l’agent ~l’hôtel ~l’agence de voyages}

::Avant le vol:: Cochez ce qu’il faut assurer avant que la victime ne parte. {~%33.33333%Une déposition avec interprète ~%33.33333%Ses coordonnées dans son pays ~%33.33333%Les reconnaissances à faire ~%-50%Le billet d’avion, retenu ~%-50%La promesse de ne rien publier}

::Faux policier:: Un touriste dénonce de prétendus policiers qui ont contrôlé son portefeuille. Il faut... {=enregistrer la plainte et prévenir la hiérarchie le jour même ~le convaincre qu’il se trompe ~l’envoyer à son ambassade ~lui rendre son argent}

::Délai:: Le traitement qui prévient le VIH après une agression doit commencer au plus tôt, au plus tard dans combien d’heures ? {#72}

::Soins:: Une victime d’agression sexuelle doit porter plainte pour être soignée. {F####Les soins sont urgents et ne dépendent pas de la plainte.}

::Mineurs:: Dans la traite de personnes de moins de 18 ans, il faut prouver la tromperie ou la violence. {F####Selon le Protocole de Palerme, les moyens ne sont pas exigés quand la victime est mineure.}

::Protocole:: Le protocole des Nations Unies contre la traite porte le nom de la ville de... {=Palerme =Palermo}

::Interprète:: Qui ne doit PAS servir d’interprète ? {=l’enfant mineur de la victime ~un interprète judiciaire ~un collègue bilingue habilité ~un service officiel par téléphone}

::Foule:: La sécurité d’un grand rassemblement se gagne surtout... {=en prévoyant à l’avance issues, capacité et voies de secours ~en multipliant les arrestations ~en fermant toutes les rues ~en réagissant le jour même}`,
};

import type { CourseText } from '../course.ts';

export const fr: CourseText = {
  title: 'Cybercriminalité : première intervention',
  summary: 'Que faire dans la première heure face à une escroquerie, une extorsion ou un appareil allumé, sans être spécialiste.',
  unitTitles: { welcome: 'Bienvenue', lesson: 'Leçon : la première heure', exam: 'Examen final' },
  welcome: `## Nul besoin d’être spécialiste

Presque toute enquête numérique commence à un guichet ou dans la rue, avec quelqu’un qui n’est pas expert. Ce cours demande environ **six heures** et apprend à ne pas perdre ce dont l’expert aura besoin.

- Prenez votre temps : votre progression est conservée.
- Gardez sous la main le numéro de l’unité spécialisée. Si vous l’ignorez, renseignez-vous aujourd’hui.
- L’examen compte six questions ; il faut 60 % pour réussir.`,
  lesson: {
    identifier: 'aula-demo-cybercrime-first-response-fr',
    language: 'fr',
    title: 'Cybercriminalité : première intervention',
    description: 'Accueillir la victime, limiter le dommage, préserver appareils et données, demander de l’aide à temps.',
    pages: [
      {
        kind: 'text',
        title: 'La plainte presque perdue',
        paragraphs: [
          'Une quincaillière du Cap-Haïtien reçoit un courriel de son fournisseur : « nous changeons de banque ». Elle paie la facture. Une heure plus tard, le vrai fournisseur appelle : il n’a rien écrit.',
          'Au premier commissariat, on lui dit de voir sa banque. Au second, l’agent appelle avec elle le service des fraudes : le virement est encore bloqué. Quarante minutes séparent une frayeur d’une faillite.',
        ],
      },
      {
        kind: 'text',
        title: 'Ce qui arrive au guichet',
        paragraphs: ['Sous divers noms, c’est presque toujours l’une de ces cinq choses.'],
        points: [
          'Une ruse pour faire payer ou livrer un mot de passe.',
          'Un compte volé : courriel, messagerie, réseaux sociaux.',
          'Une extorsion avec des images intimes, vraies ou fabriquées.',
          'Des fichiers pris en otage dans une entreprise, un hôpital ou une mairie.',
          'L’exploitation sexuelle d’enfants, enregistrée ou en direct.',
        ],
      },
      {
        kind: 'text',
        title: 'La première heure',
        paragraphs: ['L’ordre compte : les personnes, puis l’argent, puis les données.'],
        points: [
          'Quelqu’un est-il en danger ? Une victime d’extorsion peut penser au suicide : posez la question sans détour.',
          'De l’argent vient-il de partir ? Appelez tout de suite la banque ou le portefeuille avec la victime.',
          'L’intrus est-il encore là ? Changez les mots de passe depuis un autre appareil.',
          'On n’efface rien : ni messages, ni comptes, ni applications.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-1',
        title: 'Exercice 1',
        prompt:
          'Il y a 40 minutes, un retraité a viré ses économies sur un compte dicté par un faux fonctionnaire. Que faites-vous d’abord ?',
        choices: [
          'Prendre la plainte complète, puis le conseiller',
          'Appeler avec lui le service des fraudes de sa banque pour bloquer le virement',
          'Chercher sur les réseaux le numéro qui l’a appelé',
        ],
        correct: 1,
        explanation: 'L’argent circule en minutes, la plainte peut attendre. Notez l’heure de l’appel et le numéro de dossier.',
      },
      {
        kind: 'text',
        title: 'Les questions utiles',
        paragraphs: ['Laissez d’abord raconter, puis complétez. Notez les données exactes, lettre par lettre.'],
        points: [
          'Ce qui s’est passé et quand, avec le fuseau horaire.',
          'L’adresse complète de la page, le nom d’utilisateur, le numéro, le compte ou le portefeuille.',
          'L’appareil et le compte utilisés par la victime.',
          'Ce qu’elle a fait depuis : effacé, bloqué, payé, réinitialisé ?',
        ],
      },
      {
        kind: 'text',
        title: 'Préserver sans abîmer',
        paragraphs: [
          'Une capture d’écran aide la mémoire, mais se fabrique en une minute. Le message d’origine, dans son appareil, porte la date, l’expéditeur et le chemin.',
        ],
        points: [
          'Gardez le courriel d’origine avec ses en-têtes, pas un transfert.',
          'D’une discussion, conservez tout, même ce qui paraît sans intérêt.',
          'Copiez l’adresse du profil : le nom affiché change, l’adresse reste en général.',
        ],
      },
      {
        kind: 'text',
        title: 'Le téléphone allumé',
        paragraphs: [
          'Un téléphone déverrouillé est une porte qui peut se refermer pour toujours, parce qu’on l’éteint ou par un ordre à distance.',
        ],
        points: [
          'Isolez-le : mode avion ou pochette qui bloque le signal.',
          'Gardez-le allumé et chargé ; s’il est déverrouillé, prévenez aussitôt l’unité spécialisée.',
          'Ne fouillez pas : chaque geste laisse une trace et la fouille peut exiger un mandat.',
          'Photographiez l’écran ; notez l’heure, l’état et qui l’a touché.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-2',
        title: 'Exercice 2',
        prompt: 'Lors d’une perquisition, un téléphone déverrouillé continue de recevoir des messages. Que convient-il de faire ?',
        choices: [
          'L’éteindre pour que rien ne change',
          'Lire les messages avant qu’ils ne disparaissent',
          'L’isoler du réseau, le garder chargé et appeler l’unité spécialisée',
        ],
        correct: 2,
        explanation:
          'Éteint, il peut rester chiffré ; connecté, il peut être effacé à distance. Isolé et chargé, tout demeure pour qui est autorisé.',
      },
      {
        kind: 'text',
        title: 'L’ordinateur, et ce qui n’y est pas',
        paragraphs: [
          'S’il est éteint, laissez-le éteint. S’il est allumé, photographiez l’écran et appelez : la mémoire et les disques chiffrés ouverts sont perdus quand le courant s’arrête.',
          'Seulement si vous voyez un effacement en cours, coupez l’alimentation selon la procédure de votre service et notez pourquoi.',
        ],
        points: [
          'Cherchez aussi le petit : clés, cartes, routeurs, papiers avec des mots de passe.',
          'Demandez s’il existe des copies en ligne.',
        ],
      },
      {
        kind: 'text',
        title: 'L’empreinte d’un fichier',
        paragraphs: [
          'L’empreinte, ou hash, est un nombre calculé sur tout le contenu d’un fichier. Qu’une lettre change, et le nombre change : on prouve ainsi que la copie examinée est identique à ce qui a été saisi.',
        ],
        points: ['Appareil emballé, scellé et numéroté.', 'Chaque remise avec nom, date, heure et signature.'],
      },
      {
        kind: 'question',
        id: 'cib-3',
        title: 'Exercice 3',
        prompt: 'L’empreinte de la copie reçue au laboratoire diffère de celle du procès-verbal. Qu’est-ce que cela signifie ?',
        choices: [
          'Le contenu n’est pas identique : il faut le consigner et chercher pourquoi',
          'Rien : l’empreinte change avec le temps',
          'Le fichier contient un virus',
        ],
        correct: 0,
        explanation:
          'Un même contenu a toujours la même empreinte. L’écart vient d’une erreur du procès-verbal ou d’une altération : on le consigne, on ne le cache pas.',
      },
      {
        kind: 'text',
        title: 'L’extorsion par images',
        paragraphs: ['La victime arrive avec sa honte. « Mais pourquoi avoir envoyé cela ? » la fait taire et a déjà coûté des vies.'],
        points: [
          'Dites que le coupable est celui qui menace.',
          'Conseillez de ne pas payer et de cesser de répondre, sans rien effacer ni fermer le compte.',
          'Signalez le profil à la plateforme après l’avoir préservé.',
          'S’il s’agit d’un mineur, appelez l’unité spécialisée et la protection de l’enfance.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-4',
        title: 'Exercice 4',
        prompt: 'Une mère veut vous envoyer par messagerie les photos qu’un adulte a exigées de sa fille de 14 ans. Que lui dites-vous ?',
        choices: [
          'De les envoyer : il en restera une trace',
          'De ne les transférer à personne, de laisser l’appareil tel quel et d’attendre l’unité spécialisée',
          'De les effacer au plus vite pour protéger sa fille',
        ],
        correct: 1,
        explanation: 'Chaque transfert répète le mal et peut être un délit, même entre policiers. Effacer détruit la preuve.',
      },
      {
        kind: 'text',
        title: 'Les données sont dans un autre pays',
        paragraphs: [
          'Les journaux de connexion s’effacent en quelques semaines ou jours. La Convention de Budapest sur la cybercriminalité (2001) permet de demander à un autre État de les conserver d’urgence pendant que la demande formelle suit son cours.',
          'Son réseau de points de contact répond 24 heures sur 24, 7 jours sur 7. Votre tâche : prévenir aujourd’hui l’unité qui parle à ce réseau.',
        ],
      },
      {
        kind: 'text',
        title: 'Un rapport que d’autres peuvent utiliser',
        paragraphs: [
          'L’expert et le parquet travailleront avec vos notes : des faits, des heures avec leur fuseau, des données exactes et toute personne qui a touché un appareil.',
        ],
        points: [
          'Ce que vous avez vu à l’écran, avec photo.',
          'Ce que vous avez fait et pourquoi.',
          'Ce que vous n’avez pas fait et qui reste à faire.',
        ],
      },
    ],
  },
  gift: `::Argent récent:: Une victime a viré de l’argent il y a une demi-heure. Il faut d’abord... {=appeler avec elle sa banque pour bloquer le virement ~finir le formulaire de plainte ~publier une alerte ~lui demander de revenir avec un avocat}

::Capture:: Une capture d’écran remplace le message d’origine. {F####Elle aide, mais se fabrique aisément. L’original garde la date, l’expéditeur et le chemin.}

::Téléphone:: Un téléphone saisi est allumé et déverrouillé. Il faut... {=l’isoler du réseau et le garder chargé ~l’éteindre aussitôt ~le fouiller sur place ~le rendre en attendant un mandat}

::Noter:: Cochez ce qu’il faut noter d’un profil qui menace. {~%33.33333%L’adresse complète du profil ~%33.33333%L’heure avec son fuseau ~%33.33333%L’appareil sur lequel la victime l’a vu ~%-50%L’avis des voisins ~%-50%Le seul nom affiché}

::Empreinte:: Le nombre qui prouve qu’une copie est identique à l’original s’appelle... {=hash =empreinte =une empreinte =l’empreinte =l'empreinte =un hash =le hash}

::Budapest:: En quelle année la Convention de Budapest sur la cybercriminalité a-t-elle été ouverte à la signature ? {#2001}

::Réseau:: Combien d’heures par jour répond le réseau de contacts de la Convention de Budapest ? {#24}

::Transfert:: Pour un second avis, on peut transférer à un collègue des images d’exploitation sexuelle d’enfants. {F####Chaque transfert répète le mal et peut être un délit. On préserve l’appareil et on appelle l’unité spécialisée.}

::Extorsion:: À une personne victime de chantage aux images intimes, on conseille de... {=ne rien payer, ne rien effacer et cesser l’échange ~payer une seule fois ~fermer tous ses comptes ~répondre par des menaces}

::Ordinateur:: Un ordinateur est allumé et rien ne semble s’effacer. La bonne conduite est de... {=photographier l’écran et appeler des spécialistes ~l’éteindre au bouton ~ouvrir les dossiers récents ~installer un antivirus}

::Fuseau:: Un journal indique 02 h 00 UTC. Quelle heure de la veille était-il à Bogota, qui retarde de cinq heures (de 0 à 23) ? {#21}

::Reproche:: Demander à la victime pourquoi elle a envoyé l’image aide l’enquête. {F####Cela met fin à l’échange. Ce qui compte : qui menace, d’où, et ce qu’il exige.}`,
};

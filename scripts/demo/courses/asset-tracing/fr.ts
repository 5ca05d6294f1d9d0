import type { CourseText } from '../course.ts';

export const fr: CourseText = {
  title: 'Dépistage des avoirs',
  summary: 'Voir l’argent, le suivre à travers sociétés et frontières, et le conserver jusqu’à ce qu’un juge décide.',
  unitTitles: { welcome: 'Bienvenue', lesson: 'Leçon en trois parties', exam: 'Examen final' },
  welcome: `## Qui a payé le camion ?

Ce cours demande environ **dix heures**. Il s’adresse à ceux qui enquêtent sur des crimes qui laissent de l’argent : drogue, extorsion, traite, exploitation minière illégale, corruption.

1. *Voir l’argent* : que chercher dès la première perquisition.
2. *Suivre la trace* : registres, sociétés, renseignement financier.
3. *Conserver et recouvrer* : mesures, gestion et coopération.

Suivez les parties dans l’ordre ou séparément. L’examen compte six questions ; il faut 60 % pour réussir.`,
  lesson: {
    identifier: 'aula-demo-asset-tracing-fr',
    language: 'fr',
    title: 'Dépistage des avoirs',
    description: 'Enquête patrimoniale : patrimoine inexpliqué, bénéficiaire effectif, coopération et recouvrement.',
    parts: [
      {
        title: '1. Voir l’argent',
        pages: [
          {
            kind: 'text',
            title: 'Le camion et la maison',
            paragraphs: [
              'Quatre hommes et 300 kilos de cocaïne sont pris dans un camion. Manchettes, photos. Deux semaines après, le réseau a un autre camion et quatre autres hommes.',
              'Personne n’a demandé qui avait payé le premier, au nom de qui était l’entrepôt, ni avec quoi fut achetée la maison du chef. L’argent est la part du réseau qui ne se remplace pas en deux semaines.',
            ],
          },
          {
            kind: 'text',
            title: 'Deux enquêtes, une affaire',
            paragraphs: [
              'À côté de l’enquête sur le crime marche celle sur le patrimoine, dès le premier jour. Le GAFI le demande dans sa Recommandation 30 ; la Convention de Palerme (2000) et celle de Mérida contre la corruption (2003) obligent à pouvoir confisquer.',
            ],
            points: [
              'Une question à chaque arrestation : de quoi vit cette personne ?',
              'Un membre de l’équipe pour l’argent seulement.',
              'Un cahier des biens ouvert dès la première surveillance.',
            ],
          },
          {
            kind: 'text',
            title: 'Le compte qui ne tombe pas juste',
            paragraphs: [
              'Comparez ce qui est entré avec ce qui se voit. Revenus connus plus emprunts, moins le coût de la vie : voilà ce que la personne pouvait acheter. Ce qui dépasse demande une explication.',
              'Exemple : en trois ans, il déclare 36 000 et dépense 30 000 pour vivre ; une banque lui prête 14 000. Il pouvait acheter pour 20 000. Il possède une camionnette et un terrain valant 70 000. Inexpliqué : 50 000.',
            ],
            points: [
              'Ce n’est pas une condamnation, c’est une question chiffrée.',
              'Tenez compte aussi des héritages, gains et ventes, s’il y en a.',
            ],
          },
          {
            kind: 'question',
            id: 'act-1',
            title: 'Exercice 1',
            prompt: 'Revenus connus : 24 000. Coût de la vie : 20 000. Emprunt : 6 000. Biens achetés : 40 000. Combien reste inexpliqué ?',
            choices: ['16 000', '30 000', '40 000'],
            correct: 1,
            explanation: '24 000 + 6 000 − 20 000 = 10 000, c’est ce qu’il pouvait acheter. 40 000 − 10 000 = 30 000 inexpliqués.',
          },
          {
            kind: 'text',
            title: 'Pendant la perquisition',
            paragraphs: ['Le procès-verbal énumère armes et drogue. Ce qui mène à l’argent tient dans un tiroir.'],
            points: [
              'Factures d’électricité d’une autre adresse, clés, contrats, assurances.',
              'Carnets avec initiales et sommes.',
              'Cartes au nom d’autrui et téléphones en trop.',
              'Un objet semblable à une clé USB, ou un papier avec 12 ou 24 mots : ce peut être un portefeuille de cryptoactifs.',
            ],
          },
          {
            kind: 'question',
            id: 'act-2',
            title: 'Exercice 2',
            prompt: 'Dans un livre, vous trouvez un papier avec 24 mots anglais sans suite. Que faites-vous ?',
            choices: [
              'Les saisir dans une application pour voir combien il y a',
              'Le laisser : cela ne semble pas utile',
              'Le photographier sur place, le garder comme des espèces et appeler aussitôt l’unité spécialisée',
            ],
            correct: 2,
            explanation:
              'Qui détient ces mots peut déplacer les fonds, et une autre copie existe peut-être. Des spécialistes autorisés les mettent à l’abri en heures, pas en jours.',
          },
        ],
      },
      {
        title: '2. Suivre la trace',
        pages: [
          {
            kind: 'text',
            title: 'Ce qui est déjà écrit',
            paragraphs: [
              'Avant de demander des secrets, lisez ce qui est public : immeubles, véhicules, registre du commerce, douanes, marchés publics, réseaux sociaux.',
            ],
            points: [
              'Cherchez par personne, conjoint, parents, associés et adresse.',
              'Notez date, source et résultat, même quand il n’y a rien.',
              'Une photo sur un yacht ne prouve pas un yacht : elle mène à son immatriculation.',
            ],
          },
          {
            kind: 'text',
            title: 'Derrière la société',
            paragraphs: [
              'Le bénéficiaire effectif est la personne physique qui possède ou contrôle réellement. Le GAFI (Recommandation 24) demande que les autorités puissent savoir qui elle est.',
            ],
            points: [
              'Le propriétaire sur papier n’a pas de revenus et ignore ce que fait la société.',
              'Dix sociétés à la même adresse, avec le même comptable.',
              'Un autre signe les chèques, conduit la voiture et décide de la vente.',
            ],
          },
          {
            kind: 'question',
            id: 'act-3',
            title: 'Exercice 3',
            prompt:
              'Une entreprise de construction est au nom d’un neveu de 22 ans, étudiant. Son oncle signe à la banque et habite la maison de l’entreprise. Que cherchez-vous ?',
            choices: [
              'Rien : le registre dit qui est propriétaire',
              'Qui contrôle et en profite : procurations bancaires, usage des biens, origine du capital',
              'Seulement les notes du neveu à l’université',
            ],
            correct: 1,
            explanation: 'Le registre dit qui figure. La signature, l’usage et l’origine de l’argent montrent qui commande.',
          },
          {
            kind: 'text',
            title: 'La cellule de renseignement financier',
            paragraphs: [
              'La CRF reçoit les déclarations d’opérations suspectes, les analyse et les partage avec ses homologues étrangères, souvent par le Groupe Egmont.',
            ],
            points: [
              'Posez des questions précises : personnes, dates, hypothèse.',
              'Ce qu’elle donne est du renseignement : il oriente, mais ne se produit pas au procès.',
              'La preuve s’obtient ensuite, sur ordonnance, auprès de la banque.',
            ],
          },
          {
            kind: 'text',
            title: 'Les chemins de l’argent',
            paragraphs: [
              'L’argent sale veut ressembler au propre. Un exportateur facture la mangue au triple de son prix : l’excédent entre comme vente. Une chaîne de lavage d’autos déclare plus de clients que sa facture d’eau n’en permet.',
            ],
            points: [
              'Des dépôts répétés juste au-dessous du seuil de déclaration.',
              'Des passeurs d’espèces aux frontières et aux aéroports.',
              'Les cryptoactifs : la chaîne de blocs est publique, le nom ne l’est pas.',
            ],
          },
          {
            kind: 'question',
            id: 'act-4',
            title: 'Exercice 4',
            prompt:
              'Là où l’on déclare à partir de 10 000, quelqu’un fait neuf dépôts de 9 500 en trois jours dans cinq agences. Le plus probable ?',
            choices: [
              'Un commerce qui a eu une bonne semaine',
              'Une erreur du système de la banque',
              'Un fractionnement pour éviter la déclaration : voir l’origine, la destination et qui dépose',
            ],
            correct: 2,
            explanation:
              'Des sommes juste sous le seuil et des agences qui changent : voilà l’indice. On vérifie pourtant : un indice n’est pas une preuve.',
          },
        ],
      },
      {
        title: '3. Conserver et recouvrer',
        pages: [
          {
            kind: 'text',
            title: 'Trois mots différents',
            paragraphs: ['Les termes changent d’un pays à l’autre ; l’idée, non.'],
            points: [
              'Geler : nul ne peut déplacer le bien, pour un temps.',
              'Saisir : l’État le prend sous sa garde.',
              'Confisquer : un tribunal en prive définitivement. Selon la loi, avec ou sans condamnation.',
            ],
          },
          {
            kind: 'text',
            title: 'Un plan avant de toucher au bien',
            paragraphs: [
              'Un hôtel fermé perd de la valeur chaque semaine ; quarante chevaux mangent tous les jours. Avant de saisir, décidez qui reçoit le bien, ce qu’il coûte et ce que deviennent les employés.',
            ],
            points: [
              'Un inventaire avec photos et évaluation.',
              'Dettes et hypothèques : parfois il ne reste rien à recouvrer.',
              'La vente anticipée de ce qui se gâte, si la loi le permet.',
            ],
          },
          {
            kind: 'question',
            id: 'act-5',
            title: 'Exercice 5',
            prompt:
              'Demain, vous exécutez une ordonnance sur un hôtel en activité, avec 30 employés et une hypothèque. Que faut-il avoir réglé aujourd’hui ?',
            choices: [
              'Qui le gère et avec quel argent, l’inventaire et les dettes connues',
              'Seulement le cadenas de la porte',
              'La date de la vente aux enchères',
            ],
            correct: 0,
            explanation:
              'Sans gestionnaire, l’État finit par payer un bâtiment vide. Les enchères viendront, s’il y en a, avec la décision du juge.',
          },
          {
            kind: 'text',
            title: 'Au-delà de la frontière',
            paragraphs: [
              'Parlez d’abord, écrivez ensuite. Les réseaux de recouvrement d’avoirs, comme ARIN-CARIB dans les Caraïbes et le RRAG du GAFILAT, et les canaux d’INTERPOL et des CRF disent en quelques jours si le bien existe.',
              'La preuve et les mesures se demandent par l’entraide judiciaire. La Convention de Mérida consacre son chapitre V au recouvrement d’avoirs.',
            ],
            points: ['Demandez le gel avant que la personne ne l’apprenne.', 'Exposez le crime, le bien et le lien en une page.'],
          },
          {
            kind: 'text',
            title: 'Les droits des autres',
            paragraphs: [
              'Une maison confisquée est peut-être le toit de quelqu’un qui ne savait rien. Un bon dossier les distingue avant le juge.',
            ],
            points: [
              'Tiers de bonne foi : il a payé un vrai prix, ne savait pas et n’avait pas à savoir.',
              'Victimes : ce qui est recouvré peut servir à les indemniser.',
              'Tout acte sur un bien peut être contesté : consignez chaque étape.',
            ],
          },
          {
            kind: 'question',
            id: 'act-6',
            title: 'Exercice 6',
            prompt: 'Un contact du réseau à l’étranger vous confirme par courriel un compte de 80 000. Qu’en faites-vous ?',
            choices: [
              'Le verser au dossier comme preuve',
              'L’utiliser pour orienter l’affaire et préparer avec le parquet la demande formelle, gel compris',
              'Le classer : une information informelle ne vaut rien',
            ],
            correct: 1,
            explanation:
              'La voie informelle dit où regarder. Ce que le tribunal peut apprécier vient par la voie formelle ; d’ici là, l’argent ne doit pas bouger.',
          },
          {
            kind: 'text',
            title: 'Le rapport patrimonial',
            paragraphs: ['Une feuille par bien. Si quelqu’un d’autre peut la reprendre demain, elle est bien faite.'],
            points: [
              'Ce que c’est, où il est, ce qu’il vaut.',
              'À quel nom il est et qui s’en sert.',
              'Avec quoi il a été payé et ce qui le prouve.',
              'Ce que coûte sa conservation et la mesure demandée.',
            ],
          },
        ],
      },
    ],
  },
  gift: `::Quand:: L’enquête patrimoniale commence... {=dès le premier jour, avec celle sur le crime ~après la condamnation ~quand la presse la réclame ~seulement s’il y a des comptes à l’étranger}

::Calcul:: Revenus connus 30\u00a0000, coût de la vie 25\u00a0000, emprunt 10\u00a0000, biens achetés 60\u00a0000. Combien reste inexpliqué ? {#45000}

::Bénéficiaire:: Le bénéficiaire effectif est... {=la personne physique qui possède ou contrôle réellement ~celui qui figure au registre ~le comptable de la société ~la banque qui prête}

::Indices:: Cochez les indices d’un propriétaire sur papier seulement. {~%33.33333%Il n’a pas de revenus ~%33.33333%Un autre signe à la banque ~%33.33333%Il ignore ce que fait la société ~%-50%Il paie ses impôts à temps ~%-50%Il engage un avocat}

::Renseignement:: Un rapport de la CRF se produit tel quel comme preuve au procès. {F####C’est du renseignement, qui oriente. La preuve s’obtient ensuite, sur ordonnance, à sa source.}

::Fractionner:: Neuf dépôts juste sous le seuil de déclaration, dans plusieurs agences, évoquent... {=un fractionnement pour éviter la déclaration ~un bon mois de ventes ~une erreur comptable ~un prix gagné}

::Mots:: Un papier avec 12 ou 24 mots sans suite peut donner accès à un portefeuille de cryptoactifs. {T####Qui les détient peut déplacer les fonds. On le garde comme des espèces et on prévient aussitôt.}

::Mérida:: En quelle année l’Assemblée générale a-t-elle adopté la Convention des Nations Unies contre la corruption ? {#2003}

::Définitif:: Priver définitivement d’un bien par décision d’un tribunal s’appelle... {=confiscation =la confiscation =confisquer =une confiscation}

::Avant de saisir:: Cochez ce qu’il faut régler avant de saisir un commerce en activité. {~%33.33333%Qui le gérera ~%33.33333%Ce que coûte sa conservation ~%33.33333%Ses dettes ~%-50%Le prix aux enchères ~%-50%La photo pour la presse}

::Frontière:: Pour savoir vite si un bien existe dans un autre pays, on utilise d’abord... {=le réseau informel de recouvrement d’avoirs ou la CRF ~une lettre au ministre ~une demande complète d’entraide judiciaire ~un avis public}

::GAFI:: Quel numéro porte la Recommandation du GAFI sur l’enquête financière des autorités de poursuite pénale ? {#30}`,
};

import { problemTexts } from './text.js';

/** What may go wrong in enrollment. */
export const enrollmentProblems = problemTexts({
  'enrollment.course-version-unknown': {
    es: 'Esa versión del curso no existe o no está publicada. Publique el curso y elija su versión.',
    pt: 'Essa versão do curso não existe ou não foi publicada. Publique o curso e escolha a versão.',
    en: 'That version of the course does not exist or is not published. Publish the course and choose its version.',
    fr: 'Cette version du cours n’existe pas ou n’est pas publiée. Publiez le cours et choisissez sa version.',
  },
  'enrollment.institution-unknown': {
    es: 'La institución indicada no existe. Elija una de la lista de instituciones.',
    pt: 'A instituição indicada não existe. Escolha uma da lista de instituições.',
    en: 'The institution named does not exist. Choose one from the list of institutions.',
    fr: 'L’établissement indiqué n’existe pas. Choisissez-en un dans la liste.',
  },
  'enrollment.outside-your-institution': {
    es: 'Su función no alcanza a esa institución. Elija la suya o una que dependa de ella.',
    pt: 'A sua função não abrange essa instituição. Escolha a sua ou uma que dependa dela.',
    en: 'Your role does not reach that institution. Choose yours or one below it.',
    fr: 'Votre rôle ne couvre pas cet établissement. Choisissez le vôtre ou l’un de ceux qui en dépendent.',
  },
  'enrollment.edition-institution-needed': {
    es: 'Usted administra varias instituciones. Diga de cuál es la edición.',
    pt: 'Você administra várias instituições. Diga de qual é a edição.',
    en: 'You administer several institutions. Say whose edition it is.',
    fr: 'Vous administrez plusieurs établissements. Dites duquel relève la session.',
  },
  'enrollment.edition-not-open': {
    es: 'El curso abre el {opensAt} ({timeZone}). Vuelva entonces.',
    pt: 'O curso abre em {opensAt} ({timeZone}). Volte nessa data.',
    en: 'The course opens on {opensAt} ({timeZone}). Come back then.',
    fr: 'Le cours ouvre le {opensAt} ({timeZone}). Revenez à ce moment-là.',
  },
  'enrollment.edition-closed': {
    es: 'El curso cerró el {closesAt} ({timeZone}). Lo que hizo antes queda registrado.',
    pt: 'O curso fechou em {closesAt} ({timeZone}). O que fez antes fica registrado.',
    en: 'The course closed on {closesAt} ({timeZone}). What was done before stays on record.',
    fr: 'Le cours a fermé le {closesAt} ({timeZone}). Ce qui a été fait avant reste enregistré.',
  },
  'enrollment.not-active': {
    es: 'Esta inscripción no está activa. Consulte a quien administra la capacitación en su institución.',
    pt: 'Esta inscrição não está ativa. Consulte quem administra a capacitação em sua instituição.',
    en: 'This enrollment is not active. Ask the training administrator of your institution.',
    fr: 'Cette inscription n’est pas active. Adressez-vous au responsable de la formation de votre établissement.',
  },
  'enrollment.not-withdrawable': {
    es: 'Solo se retira una inscripción activa; esta ya terminó o ya fue retirada.',
    pt: 'Só se cancela uma inscrição ativa; esta já foi concluída ou cancelada.',
    en: 'Only an active enrollment can be withdrawn; this one is completed or withdrawn already.',
    fr: 'Seule une inscription active peut être retirée ; celle-ci est déjà achevée ou retirée.',
  },
  'enrollment.unit-is-attended': {
    es: 'A esta sesión se asiste; quien la dirige anota la asistencia.',
    pt: 'Esta sessão é presencial; quem a conduz registra a presença.',
    en: 'This session is attended; whoever holds it records who was there.',
    fr: 'Cette séance se suit en personne ; qui l’anime note les présences.',
  },
  'enrollment.unit-is-no-session': {
    es: 'Solo a las sesiones se asiste; esta unidad registra su avance de otra manera.',
    pt: 'Só as sessões têm presença; esta unidade registra seu avanço de outra forma.',
    en: 'Only sessions are attended; this unit records its progress in another way.',
    fr: 'Seules les séances ont des présences ; cette unité enregistre son avancement autrement.',
  },
  'enrollment.not-of-edition': {
    es: 'Alguna de las inscripciones no es de esta edición. Tómelas de su lista de inscritos.',
    pt: 'Alguma das inscrições não é desta edição. Tome-as da sua lista de inscritos.',
    en: 'Some of the enrollments are not of this edition. Take them from its roster.',
    fr: 'Certaines inscriptions ne sont pas de cette session. Prenez-les dans sa liste d’inscrits.',
  },
  'enrollment.unit-reports-itself': {
    es: 'El avance de esta unidad lo registra el propio contenido o la prueba; ábrala para continuar.',
    pt: 'O avanço desta unidade é registrado pelo próprio conteúdo ou pela prova; abra-a para continuar.',
    en: 'The progress of this unit is recorded by its content or quiz; open it to go on.',
    fr: 'L’avancement de cette unité est enregistré par le contenu ou le test ; ouvrez-la pour continuer.',
  },
});

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
  'enrollment.too-many-views': {
    es: 'Usted ya guardó {most} vistas. Elimine una que no use y guarde esta después.',
    pt: 'Você já salvou {most} visões. Exclua uma que não use e depois salve esta.',
    en: 'You have saved {most} views already. Delete one that you do not use, then save this one.',
    fr: 'Vous avez déjà enregistré {most} vues. Supprimez-en une qui ne sert plus, puis enregistrez celle-ci.',
  },
  'enrollment.rule-not-paused': {
    es: 'La regla no está en pausa: otra persona ya la retomó o la detuvo. Vuelva a cargar la lista.',
    pt: 'A regra não está em pausa: outra pessoa já a retomou ou a encerrou. Recarregue a lista.',
    en: 'The rule is not paused: somebody has taken it over or stopped it already. Load the list again.',
    fr: 'La règle n’est pas en pause : quelqu’un l’a déjà reprise ou arrêtée. Rechargez la liste.',
  },
  'enrollment.nobody-to-remind': {
    es: 'Con este filtro no hay a quién recordarle: o ya terminaron, o se les escribió hace menos de {days} días.',
    pt: 'Com este filtro não há a quem lembrar: ou já concluíram, ou receberam lembrete há menos de {days} dias.',
    en: 'This filter finds nobody to remind: they have completed, or were written to less than {days} days ago.',
    fr: 'Ce filtre ne trouve personne à relancer : le cours est achevé, ou le dernier rappel date de moins de {days} jours.',
  },
  'enrollment.capacity-below-enrolled': {
    es: 'Ya hay {enrolled} personas inscritas; los cupos no pueden ser menos. Retire antes a quienes no participarán.',
    pt: 'Já há {enrolled} pessoas inscritas; as vagas não podem ser menos. Cancele antes a inscrição de quem não vai participar.',
    en: '{enrolled} people are enrolled already; there cannot be fewer places. Withdraw those who will not take part first.',
    fr: '{enrolled} personnes sont déjà inscrites ; il ne peut y avoir moins de places. Retirez d’abord celles qui ne participeront pas.',
  },
  'enrollment.edition-dates': {
    es: 'El cierre debe quedar después de la apertura. Corrija una de las dos fechas.',
    pt: 'O encerramento deve ficar depois da abertura. Corrija uma das duas datas.',
    en: 'The edition must close after it opens. Correct one of the two dates.',
    fr: 'La clôture doit venir après l’ouverture. Corrigez l’une des deux dates.',
  },
  'enrollment.edition-full': {
    es: 'La edición no tiene cupos libres. Amplíe los cupos o retire a otra persona.',
    pt: 'A edição não tem vagas livres. Aumente as vagas ou cancele outra inscrição.',
    en: 'The edition has no free place. Raise its capacity or withdraw somebody else.',
    fr: 'La session n’a plus de place libre. Augmentez sa capacité ou retirez une autre personne.',
  },
  'enrollment.not-reinstatable': {
    es: 'Solo se restablece una inscripción retirada; esta no lo está.',
    pt: 'Só se restabelece uma inscrição cancelada; esta não está cancelada.',
    en: 'Only a withdrawn enrollment can be reinstated; this one is not withdrawn.',
    fr: 'Seule une inscription retirée peut être rétablie ; celle-ci ne l’est pas.',
  },
  'enrollment.deadline-past': {
    es: 'El nuevo plazo ya pasó o es anterior a la apertura. Elija un momento posterior.',
    pt: 'O novo prazo já passou ou é anterior à abertura. Escolha um momento posterior.',
    en: 'The new deadline is past, or before the edition opens. Choose a later moment.',
    fr: 'La nouvelle échéance est passée ou précède l’ouverture. Choisissez un moment ultérieur.',
  },
  'enrollment.batch-not-reversible': {
    es: 'Esta inscripción de un grupo sigue en curso o ya se deshizo.',
    pt: 'Esta inscrição de um grupo ainda está em andamento ou já foi desfeita.',
    en: 'This group enrollment is still under way or has been undone already.',
    fr: 'Cette inscription d’un groupe est encore en cours ou a déjà été annulée.',
  },
  'enrollment.too-many-rules': {
    es: 'Esta edición ya tiene {most} reglas permanentes. Detenga una antes de añadir otra.',
    pt: 'Esta edição já tem {most} regras permanentes. Interrompa uma antes de acrescentar outra.',
    en: 'This edition has {most} standing rules already. Stop one before you add another.',
    fr: 'Cette session a déjà {most} règles permanentes. Arrêtez-en une avant d’en ajouter une autre.',
  },
});

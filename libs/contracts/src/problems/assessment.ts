import { questionFindings } from './question-findings.js';
import { problemTexts } from './text.js';

/** What may go wrong in assessment. */
export const assessmentProblems = problemTexts({
  ...questionFindings,
  'question.not-usable': {
    es: 'La pregunta no se puede usar así; vea los campos señalados.',
    pt: 'A questão não pode ser usada assim; veja os campos indicados.',
    en: 'The question cannot be used like this; see the fields named.',
    fr: 'La question ne peut pas servir ainsi ; voyez les champs indiqués.',
  },
  'question.exists': {
    es: 'Esta misma pregunta ya está en el banco.',
    pt: 'Esta mesma questão já está no banco.',
    en: 'The very same question is in the bank already.',
    fr: 'Cette même question est déjà dans la banque.',
  },
  'quiz.pick-too-large': {
    es: 'El banco tiene {questions} preguntas y se piden {pick}. Añada preguntas o pida menos.',
    pt: 'O banco tem {questions} questões e foram pedidas {pick}. Acrescente questões ou peça menos.',
    en: 'The bank has {questions} questions and {pick} are asked for. Add questions or ask for fewer.',
    fr: 'La banque a {questions} questions et {pick} sont demandées. Ajoutez des questions ou demandez-en moins.',
  },
  'quiz.no-questions': {
    es: 'Esta prueba no tiene preguntas todavía. Avise a quien la preparó.',
    pt: 'Esta prova ainda não tem questões. Avise quem a preparou.',
    en: 'This quiz has no questions yet. Tell whoever prepared it.',
    fr: 'Ce test n’a pas encore de questions. Prévenez la personne qui l’a préparé.',
  },
  'attempt.enrollment-not-active': {
    es: 'Su inscripción no está activa, por eso no puede empezar la prueba. Consulte a la administración de la capacitación.',
    pt: 'Sua inscrição não está ativa, por isso não pode começar a prova. Consulte a administração da capacitação.',
    en: 'Your enrollment is not active, so the quiz cannot be started. Ask the training administration.',
    fr: 'Votre inscription n’est pas active : le test ne peut pas commencer. Adressez-vous à l’administration de la formation.',
  },
  'attempt.edition-not-open': {
    es: 'El curso abre el {opensAt}. Vuelva a partir de entonces.',
    pt: 'O curso abre em {opensAt}. Volte a partir dessa data.',
    en: 'The course opens on {opensAt}. Come back from then on.',
    fr: 'Le cours ouvre le {opensAt}. Revenez à partir de cette date.',
  },
  'attempt.edition-closed': {
    es: 'El curso cerró el {closesAt}; ya no se pueden empezar pruebas.',
    pt: 'O curso fechou em {closesAt}; já não se podem começar provas.',
    en: 'The course closed on {closesAt}; quizzes can no longer be started.',
    fr: 'Le cours a fermé le {closesAt} ; les tests ne peuvent plus commencer.',
  },
  'attempt.not-of-this-unit': {
    es: 'Esta prueba no pertenece a esa unidad del curso. Ábrala desde la página del curso.',
    pt: 'Esta prova não pertence a essa unidade do curso. Abra-a pela página do curso.',
    en: 'This quiz does not belong to that unit of the course. Open it from the page of the course.',
    fr: 'Ce test n’appartient pas à cette unité du cours. Ouvrez-le depuis la page du cours.',
  },
  'attempt.none-left': {
    es: 'Ya usó los {allowed} intentos permitidos.',
    pt: 'Você já usou as {allowed} tentativas permitidas.',
    en: 'You have used the {allowed} attempts allowed.',
    fr: 'Vous avez utilisé les {allowed} tentatives permises.',
  },
  'attempt.closed': {
    es: 'El intento ya está cerrado. Su respuesta llegó tarde: no cuenta, pero quedó guardada como constancia.',
    pt: 'A tentativa já está encerrada. Sua resposta chegou tarde: não conta, mas ficou guardada como prova.',
    en: 'The attempt is closed. Your answer came too late: it does not count, but it was kept as evidence.',
    fr: 'La tentative est close. Votre réponse est arrivée trop tard : elle ne compte pas, mais elle est conservée comme preuve.',
  },
  'attempt.enrollment-withdrawn': {
    es: 'Su inscripción fue retirada, así que el intento terminó. Lo respondido hasta entonces se conserva. Consulte a la administración de la capacitación.',
    pt: 'Sua inscrição foi cancelada, por isso a tentativa terminou. O que foi respondido até então fica guardado. Consulte a administração da capacitação.',
    en: 'Your enrollment was withdrawn, so the attempt has ended. What was answered until then is kept. Ask the training administration.',
    fr: 'Votre inscription a été retirée : la tentative est terminée. Les réponses données jusque-là sont conservées. Adressez-vous à l’administration de la formation.',
  },
  'attempt.token-over': {
    es: 'El intento ya se entregó o se acabó su tiempo. Inicie sesión para ver cómo quedó.',
    pt: 'A tentativa já foi entregue ou o tempo acabou. Entre na sua conta para ver como ficou.',
    en: 'The attempt is handed in already, or its time is over. Sign in to see how it stands.',
    fr: 'La tentative est déjà remise ou son temps est écoulé. Connectez-vous pour voir où elle en est.',
  },
  'answer.wrong-kind': {
    es: 'La respuesta no corresponde al tipo de pregunta ({kind}).',
    pt: 'A resposta não corresponde ao tipo de questão ({kind}).',
    en: 'The response does not fit the kind of question ({kind}).',
    fr: 'La réponse ne correspond pas au type de question ({kind}).',
  },
});

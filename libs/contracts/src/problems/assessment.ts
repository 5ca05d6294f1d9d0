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
  'question.rubric-points': {
    es: 'Los criterios suman {sum} puntos y la pregunta vale {points}. Haga que coincidan.',
    pt: 'Os critérios somam {sum} pontos e a questão vale {points}. Faça com que coincidam.',
    en: 'The criteria add up to {sum} points and the question is worth {points}. Make them agree.',
    fr: 'Les critères totalisent {sum} points et la question en vaut {points}. Faites-les concorder.',
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
  'quiz.in-use': {
    es: 'Esta prueba ya está en un curso publicado o alguien la empezó: no se puede cambiar qué se pregunta, cuánto dura, cuántas veces ni con cuánto se aprueba. Haga una copia y use la copia en la próxima versión del curso.',
    pt: 'Esta prova já está em um curso publicado ou alguém a começou: não se pode mudar o que se pergunta, quanto dura, quantas vezes nem com quanto se aprova. Faça uma cópia e use a cópia na próxima versão do curso.',
    en: 'This quiz is in a published course already, or somebody has begun it: what is asked, how long, how often and the score to pass cannot change. Make a copy and use the copy in the next version of the course.',
    fr: 'Ce test est déjà dans un cours publié, ou quelqu’un l’a commencé : ce qui est demandé, la durée, le nombre de tentatives et le score requis ne peuvent plus changer. Faites une copie et utilisez-la dans la prochaine version du cours.',
  },
  'quiz.unknown-question': {
    es: 'Una pregunta de la parte {section} no está en este banco. Quítela o elija el banco que la tiene.',
    pt: 'Uma questão da parte {section} não está neste banco. Retire-a ou escolha o banco que a contém.',
    en: 'A question of part {section} is not in this bank. Remove it, or choose the bank that has it.',
    fr: 'Une question de la partie {section} n’est pas dans cette banque. Retirez-la ou choisissez la banque qui la contient.',
  },
  'marking.claimed': {
    es: 'Otra persona está calificando esta respuesta. Tome la siguiente; si la deja, volverá a la lista.',
    pt: 'Outra pessoa está corrigindo esta resposta. Pegue a próxima; se ela for deixada, voltará à lista.',
    en: 'Somebody else is marking this answer. Take the next one; if it is left, it comes back to the list.',
    fr: 'Une autre personne corrige cette réponse. Prenez la suivante ; si elle est laissée, elle reviendra dans la liste.',
  },
  'marking.already-marked': {
    es: 'Usted ya calificó esta respuesta; el siguiente punto de vista es de otra persona.',
    pt: 'Você já corrigiu esta resposta; o próximo olhar é de outra pessoa.',
    en: 'You have marked this answer already; the next look is another person’s.',
    fr: 'Vous avez déjà corrigé cette réponse ; le prochain regard revient à une autre personne.',
  },
  'marking.points-out-of-range': {
    es: 'Los puntos van de 0 a {limit}.',
    pt: 'Os pontos vão de 0 a {limit}.',
    en: 'Points go from 0 to {limit}.',
    fr: 'Les points vont de 0 à {limit}.',
  },
  'marking.criteria-wrong': {
    es: 'Dé puntos a cada uno de los {count} criterios, de 0 al máximo de cada uno.',
    pt: 'Dê pontos a cada um dos {count} critérios, de 0 ao máximo de cada um.',
    en: 'Give points for each of the {count} criteria, from 0 to the most of each.',
    fr: 'Donnez des points à chacun des {count} critères, de 0 au maximum de chacun.',
  },
  'marking.reason-needed': {
    es: 'La nota ya está puesta. Escriba por qué se cambia: quedará en el registro y el participante lo verá.',
    pt: 'A nota já foi dada. Escreva por que muda: ficará no registro e o participante verá.',
    en: 'The grade is given already. Write why it changes: it goes on record, and the learner sees it.',
    fr: 'La note est déjà attribuée. Écrivez pourquoi elle change : ce sera consigné, et le participant le verra.',
  },
  'marking.graded': {
    es: 'La nota ya está puesta, así que esta calificación ya no se deshace. Cámbiela indicando el motivo.',
    pt: 'A nota já foi dada, por isso esta correção não se desfaz mais. Mude-a indicando o motivo.',
    en: 'The grade is given already, so this mark cannot be undone. Change it with a reason.',
    fr: 'La note est déjà attribuée : cette correction ne s’annule plus. Modifiez-la en donnant un motif.',
  },
});

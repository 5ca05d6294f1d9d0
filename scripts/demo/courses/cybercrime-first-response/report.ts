import type { CourseReport } from '../course.ts';

/** The written report of the course: what is asked, what a marker goes by, and what some learners have handed in. */
export const report: CourseReport = {
  es: {
    unitTitle: 'Informe escrito',
    question:
      'Una comerciante denuncia en su mostrador que le vaciaron la cuenta después de abrir un enlace. Trae el teléfono encendido. Describa en no más de 150 palabras qué hace en la primera hora, en qué orden y por qué.',
    criteria: [
      ['Orden y motivo', 'Frenar el daño antes de investigar; cada paso con su razón'],
      ['Cuidado de la prueba', 'Aparato, pantallas y datos quedan como estaban y anotados'],
    ],
    answers: [
      `Primero la escucho y anoto con sus palabras la hora del mensaje, el banco y los montos. Antes de llenar el formulario, le pido que llame desde mi teléfono a su banco para bloquear la cuenta: cada minuto sale más dinero.

El aparato queda encendido, pero lo paso a modo avión delante de ella y lo conecto al cargador. No abro el enlace ni borro nada; fotografío la pantalla con el mensaje, el número y la hora.

Después aviso a la unidad de cibercrimen y le leo los datos de la transferencia, para que pidan el bloqueo en el banco de destino. Al final redacto el acta, con quién tocó el teléfono y cuándo, y le explico qué pasará mañana.`,
      `Le pediría el teléfono y revisaría los mensajes para ver de dónde vino el enlace. Con esos datos busco al titular del número. Luego la señora va al banco con la copia de la denuncia para que le bloqueen la cuenta.

El teléfono lo apago para que no sigan entrando y lo guardo en un sobre con su nombre. El informe lo hago el mismo día.`,
      `1. Calmar a la víctima y preguntar lo mínimo: qué abrió, cuándo, cuánto falta.
2. Bloqueo inmediato con la línea de fraude del banco; anoto el número de reclamo.
3. Aislar el teléfono de la red sin apagarlo, porque lo que está en memoria se pierde.
4. Fotografías de la pantalla, con un reloj a la vista.
5. Aviso a la unidad especializada antes de que termine la hora: el dinero se puede detener mientras no lo retiren.
6. Acta con la cadena de custodia y copia para ella.

El orden es ese porque el daño sigue creciendo; la investigación puede esperar una hora, la cuenta no.`,
    ],
  },
  pt: {
    unitTitle: 'Relatório escrito',
    question:
      'Uma comerciante comunica no seu balcão que esvaziaram a conta dela depois que abriu um link. Ela traz o telefone ligado. Descreva em até 150 palavras o que você faz na primeira hora, em que ordem e por quê.',
    criteria: [
      ['Ordem e motivo', 'Frear o dano antes de investigar; cada passo com a sua razão'],
      ['Cuidado com a prova', 'Aparelho, telas e dados ficam como estavam e anotados'],
    ],
    answers: [
      `Começo pelo banco: peço que ela ligue agora para a central de fraude e comunico o número do protocolo no boletim. Se a transferência foi por pagamento instantâneo, peço também o mecanismo de devolução, que só funciona nas primeiras horas.

Enquanto ela fala, coloco o telefone dela em modo avião, sem desligar, e não abro o link. Fotografo a conversa, o endereço do site e o comprovante.

Depois aviso a delegacia especializada e registro o boletim com a hora de cada passo e com quem ficou com o aparelho. Faço nessa ordem porque o dinheiro anda mais rápido que o inquérito.`,
      `Registro o boletim e peço à vítima que traga o extrato. Oriento a trocar as senhas em outro aparelho e a avisar os contatos, porque o golpe costuma continuar no nome dela. O telefone fica ligado e sem internet até a perícia. Fotografo as telas. Só não sei se devo pedir a senha do aparelho; eu anotaria a senha em envelope separado, com a autorização assinada.`,
    ],
  },
  en: {
    unitTitle: 'Written report',
    question:
      'A shopkeeper reports at your counter that her account was emptied after she opened a link. Her phone is on, in her hand. Describe in no more than 150 words what you do in the first hour, in which order and why.',
    criteria: [
      ['Order and reason', 'Stop the harm before investigating; each step with its reason'],
      ['Care of the evidence', 'Device, screens and data stay as they were and are noted down'],
    ],
    answers: [
      `The money comes first. I sit her down by our phone and she calls the fraud line of her bank while I write down the time, the amounts and the name of the person she speaks to. A recall is possible only while the money rests in the next account.

Her phone stays on: flight mode, charger, screen unlocked if she agrees in writing. I photograph the message, the sender and the address of the link, and I do not follow it.

Then I ring the cybercrime unit with the account number it went to. Last I take the statement, list who handled the phone and when, and tell her to change her passwords from another device.`,
      `I would take a full statement first, so that nothing is forgotten, and have her sign it. After that I seize the phone as an exhibit, seal it in a bag and send it to the lab. She should go to the bank in the morning with the report number. I tell her not to answer any more messages and to warn her family, because the same people often call back and say they are the police.`,
    ],
  },
  fr: {
    unitTitle: 'Rapport écrit',
    question:
      'Une commerçante signale à votre guichet que son compte a été vidé après l’ouverture d’un lien. Son téléphone est allumé. Décrivez en 150 mots au plus ce que vous faites pendant la première heure, dans quel ordre et pourquoi.',
    criteria: [
      ['Ordre et raison', 'Arrêter le dommage avant d’enquêter ; chaque geste avec sa raison'],
      ['Soin de la preuve', 'Appareil, écrans et données restent en l’état et sont notés'],
    ],
    answers: [
      `D’abord, arrêter la perte : elle appelle sa banque devant moi, je note l’heure et le numéro d’opposition. Ensuite le téléphone : mode avion, jamais éteint, branché. Je ne clique sur rien, je photographie le message, le numéro et l’adresse du site.

Puis j’appelle la cellule spécialisée avec les références du virement, car une banque étrangère répond mieux à eux qu’à moi. Enfin je prends la plainte : ses mots, mes gestes et leurs heures, qui a tenu l’appareil. Je lui remets une copie et je lui dis de changer ses mots de passe ailleurs.

Dans cet ordre, parce que l’argent disparaît en quelques minutes et que la preuve, bien gardée, peut attendre.`,
    ],
  },
};

import type { CourseText } from '../course.ts';

export const es: CourseText = {
  title: 'Seguridad turística',
  summary: 'Proteger a quien está de paso: prevenir, atender en otro idioma y no perder la prueba cuando sale el avión.',
  unitTitles: {
    welcome: 'Bienvenida',
    lesson: 'Lección: la víctima se va mañana',
    exam: 'Examen final',
    session: 'Práctica: recorrido por un lugar turístico',
  },
  welcome: `## El reloj corre distinto

Un visitante no conoce la calle, no sabe a quién llamar y se va en días u horas. Este curso dura unas **cinco horas** y muestra cómo trabajar con ese reloj en contra.

- Piense en su terminal, su playa o su centro histórico.
- Averigüe antes de empezar qué consulados y qué intérpretes atienden en su ciudad.
- El examen tiene seis preguntas; se aprueba con 60 %.`,
  lesson: {
    identifier: 'aula-demo-tourism-security-es',
    language: 'es',
    title: 'Seguridad turística',
    description: 'Prevención en lugares turísticos, atención de víctimas de paso, consulados, protección de la niñez y grandes eventos.',
    pages: [
      {
        kind: 'text',
        title: 'El barco zarpa a las cinco',
        paragraphs: [
          'Son las tres de la tarde en el muelle de Cozumel. Un matrimonio cuenta que le arrancaron el bolso: pasaportes, dinero y medicinas. Su crucero sale a las cinco.',
          'Si usted empieza por el formulario, a las cinco tendrá una denuncia sin testigos. Si empieza por ellos, tendrá medicinas, un consulado avisado, una descripción difundida y un modo de volver a hablarles.',
        ],
      },
      {
        kind: 'text',
        title: 'Qué cambia cuando la víctima está de paso',
        paragraphs: ['El delito es el mismo. Lo que falta es todo lo que rodea a una víctima en su casa.'],
        points: [
          'Tiempo: quizá no vuelva nunca a declarar.',
          'Idioma: no entiende lo que firma.',
          'Red: no tiene familia, médico ni abogado cerca.',
          'Medios: sin tarjeta ni teléfono no puede cenar ni dormir.',
        ],
      },
      {
        kind: 'text',
        title: 'Leer el lugar',
        paragraphs: [
          'El delito contra turistas tiene horario: la llegada de los buses, la salida de los bares, la hora en que desembarca el crucero.',
        ],
        points: [
          'Cajeros aislados, miradores sin salida, playas después del ocaso.',
          'Filas de taxis sin control y terminales con vendedores insistentes.',
          'Pregunte a quien limpia, vende o conduce: ve a los mismos de siempre.',
        ],
      },
      {
        kind: 'text',
        title: 'Los engaños de siempre',
        paragraphs: ['Cambian de disfraz. El mecanismo se repite: distraer, apurar o suplantar.'],
        points: [
          'La mancha en la ropa y la persona amable que limpia.',
          'El alquiler que no existe.',
          'El taxi que no es taxi.',
          'La bebida alterada.',
          'El falso policía que revisa billeteras.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-1',
        title: 'Práctica 1',
        prompt: 'Un turista dice que «dos policías» le revisaron la billetera y faltan 300 dólares. ¿Qué hace?',
        choices: [
          'Le explica que aquí la policía no hace eso y que habrá contado mal',
          'Toma la descripción, busca cámaras, avisa al mando y abre la denuncia, sean falsos o verdaderos',
          'Le recomienda quejarse en su embajada',
        ],
        correct: 1,
        explanation:
          'Si eran falsos, es un delito en serie; si eran verdaderos, también es un delito. En ambos casos la institución debe saberlo hoy.',
      },
      {
        kind: 'text',
        title: 'Hablar sin compartir idioma',
        paragraphs: [
          'El traductor del teléfono sirve para calmar y orientar. No sirve para una declaración: allí hace falta un intérprete que responda por lo que traduce.',
        ],
        points: [
          'Frases cortas, sin modismos, una idea por vez.',
          'Nunca use de intérprete a un hijo menor ni a quien pueda ser parte del problema.',
          'Compruebe: pida que la persona repita lo que entendió.',
        ],
      },
      {
        kind: 'text',
        title: 'El consulado',
        paragraphs: [
          'Si detiene a una persona extranjera, la Convención de Viena sobre Relaciones Consulares (1963, artículo 36) le obliga a informarle sin dilación que puede pedir que se avise a su consulado. Ella decide.',
          'A la víctima el consulado también le sirve: documento de viaje, contacto con la familia, dinero de emergencia.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-2',
        title: 'Práctica 2',
        prompt: 'Detiene a una joven extranjera. No habla su idioma y no pregunta por ningún consulado. ¿Qué corresponde?',
        choices: [
          'Informarle sin demora, en un idioma que entienda, su derecho a que se avise al consulado, y dejar constancia',
          'Esperar a que ella lo pida',
          'Llamar al consulado sin decirle nada',
        ],
        correct: 0,
        explanation: 'El derecho no depende de que lo conozca. Y es suyo: quien pidió asilo, por ejemplo, puede no querer que se avise.',
      },
      {
        kind: 'text',
        title: 'La denuncia que viaja',
        paragraphs: ['Antes de que se vaya, asegure lo que después no podrá pedir.'],
        points: [
          'Declaración completa con intérprete; en video, si su ley lo permite.',
          'Correo, teléfono y domicilio en su país, y fecha de salida.',
          'Reconocimiento y objetos, hoy.',
          'Copia para el seguro y para el pasaporte.',
        ],
      },
      {
        kind: 'text',
        title: 'Agresión sexual durante un viaje',
        paragraphs: [
          'Primero la salud: el tratamiento que previene el VIH debe empezar cuanto antes, a más tardar en 72 horas. Atenderse no obliga a denunciar.',
        ],
        points: [
          'Un lugar reservado y una sola persona que escucha.',
          'Una sola entrevista, con personal formado.',
          'No pregunte por la ropa ni por cuánto bebió para juzgar; si bebió algo alterado, el análisis es urgente.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-3',
        title: 'Práctica 3',
        prompt: 'Son las once de la noche. Una turista agredida vuela a las seis de la mañana y no quiere perder el vuelo. ¿Qué le ofrece?',
        choices: [
          'Que denuncie al llegar a su país',
          'Que se quede: sin ella no hay caso',
          'Atención médica y entrevista especializada ahora, y la vía para declarar a distancia después',
        ],
        correct: 2,
        explanation: 'La prueba y la salud no esperan; el testimonio puede completarse a distancia. La decisión de volar es suya.',
      },
      {
        kind: 'text',
        title: 'Niñas, niños y adolescentes',
        paragraphs: [
          'La explotación sexual de menores también viaja. El Protocolo de Palermo sobre trata (2000) no exige probar engaño ni violencia cuando la víctima es menor de 18 años: el «consentimiento» no cuenta.',
        ],
        points: [
          'Señales: adulto que no explica el parentesco, pago en efectivo, menor que no habla por sí.',
          'Recepcionistas, taxistas y guías avisan si saben a quién llamar y si alguien llega.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-4',
        title: 'Práctica 4',
        prompt: 'Una recepcionista llama: un hombre mayor subió con una chica de unos 15 años, sin documentos. ¿Cómo actúa?',
        choices: [
          'Pide que vuelva a llamar si hay ruidos',
          'Acude, separa, protege a la chica como víctima y llama al servicio de niñez y a la fiscalía',
          'Detiene a la chica por estar sin documentos',
        ],
        correct: 1,
        explanation: 'Minutos y separación: juntos, él habla por ella. Ella es víctima, diga lo que diga en ese momento.',
      },
      {
        kind: 'text',
        title: 'Cuando llega la multitud',
        paragraphs: [
          'Carnaval, fiesta patronal, partido: la seguridad se gana en la semana anterior, caminando las salidas con bomberos, salud y organizadores.',
        ],
        points: [
          'Cuántas personas caben y quién decide cerrar el ingreso.',
          'Un punto para niños perdidos, anunciado en varios idiomas.',
          'Un camino libre para ambulancias, que nadie «presta un ratito».',
        ],
      },
    ],
  },
  gift: `::Prioridad:: Una pareja asaltada embarca en dos horas. Lo primero es... {=atender su salud y sus necesidades y difundir la descripción ~llenar el formulario completo ~pedirles que vuelvan mañana ~remitirlos al hotel}

::Traductor:: El traductor automático del teléfono basta para tomar una declaración formal. {F####Sirve para orientar. En una declaración hace falta un intérprete que responda por lo que traduce.}

::Consulado:: ¿Qué artículo de la Convención de Viena sobre Relaciones Consulares trata del aviso al consulado? {#36}

::Quién decide:: Tras ser informada, ¿quién decide si se avisa al consulado? {=la persona detenida ~el agente ~el hotel ~la agencia de viajes}

::Antes del vuelo:: Marque lo que debe asegurarse antes de que la víctima viaje. {~%33.33333%Declaración con intérprete ~%33.33333%Datos de contacto en su país ~%33.33333%Reconocimientos pendientes ~%-50%El boleto de avión retenido ~%-50%Una promesa de no publicar nada}

::Falso policía:: Un turista denuncia a supuestos policías que revisaron su billetera. Se debe... {=tomar la denuncia y avisar al mando ese mismo día ~convencerlo de que se equivoca ~enviarlo a su embajada ~devolverle el dinero}

::Plazo:: El tratamiento que previene el VIH tras una agresión debe empezar cuanto antes, a más tardar en ¿cuántas horas? {#72}

::Salud:: Una víctima de agresión sexual debe denunciar para recibir atención médica. {F####La atención es urgente y no depende de la denuncia.}

::Menores:: En la trata de menores de 18 años hay que probar que hubo engaño o violencia. {F####Según el Protocolo de Palermo, con menores de edad los medios no son un requisito.}

::Protocolo:: El protocolo de las Naciones Unidas contra la trata lleva el nombre de la ciudad de... {=Palermo}

::Intérprete:: ¿Quién NO debe servir de intérprete? {=el hijo menor de la víctima ~un intérprete judicial ~un colega bilingüe habilitado ~un servicio oficial por teléfono}

::Multitud:: La seguridad de un evento multitudinario se gana sobre todo... {=planificando salidas, aforo y rutas de auxilio antes ~multiplicando detenciones ~cerrando todas las calles ~reaccionando el mismo día}`,
};

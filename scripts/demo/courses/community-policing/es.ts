import type { CourseText } from '../course.ts';

export const es: CourseText = {
  title: 'Policía comunitaria',
  summary: 'Conocer el sector, escuchar a quien vive en él y resolver con su gente los problemas que se repiten.',
  unitTitles: {
    welcome: 'Bienvenida',
    lesson: 'Lección: del incidente al problema',
    exam: 'Examen final',
    session: 'Práctica: una caminata por el sector',
  },
  welcome: `## Una patrulla que se baja del vehículo

Este curso dura unas **ocho horas** y está pensado para quien tiene un sector a su cargo, sea un barrio, una vereda o un muelle.

1. Recorra la lección: casos cortos y decisiones que ya habrá tenido que tomar.
2. Elija un problema real de su sector y téngalo en mente mientras lee.
3. Presente el examen: seis preguntas, 60 % para aprobar.

> La confianza no se pide en una reunión: se gana entre una reunión y la siguiente.`,
  lesson: {
    identifier: 'aula-demo-community-policing-es',
    language: 'es',
    title: 'Policía comunitaria',
    description: 'Conocer el sector, escuchar, resolver problemas con método, tratar con justicia y medir lo que importa.',
    pages: [
      {
        kind: 'text',
        title: 'Una esquina, dos maneras de patrullar',
        paragraphs: [
          'Cada viernes por la noche entran llamadas por atracos en la misma parada de buses. La patrulla pasa doce veces por semana y no encuentra a nadie.',
          'Una agente se baja del vehículo y pregunta. El foco de la parada lleva dos meses fundido, el último bus sale a las diez y la obra de enfrente paga en efectivo los viernes. Con el foco cambiado y el pago en días alternos, las llamadas casi desaparecen.',
        ],
        points: [
          'Las llamadas eran incidentes; la esquina era el problema.',
          'La solución la tenían el vecindario, la obra y la alcaldía.',
        ],
      },
      {
        kind: 'text',
        title: 'Qué es y qué no es',
        paragraphs: [
          'La policía comunitaria junta tres cosas: trabajo con la gente del lugar, solución de problemas y una institución que deja tiempo para ambas.',
        ],
        points: [
          'No es una oficina de relaciones públicas.',
          'No es una red de informantes.',
          'No es ser blando: se detiene a quien hay que detener, y se explica por qué.',
        ],
      },
      {
        kind: 'text',
        title: 'El primer mes en el sector',
        paragraphs: [
          'Camínelo a tres horas distintas. Quien abre el puesto a las cinco, quien barre la escuela y quien cuida el estacionamiento de noche ven cosas diferentes.',
        ],
        points: [
          'Anote lugares, horarios y nombres de quienes hablan por otros.',
          'Busque a quien no va a las reuniones: jóvenes, personas mayores, migrantes, autoridades indígenas.',
          'Deje un medio de contacto que alguien conteste también en su descanso.',
        ],
      },
      {
        kind: 'question',
        id: 'com-1',
        title: 'Práctica 1',
        prompt: 'En su primera reunión, los vecinos pasan veinte minutos reclamando por patrullas que nunca llegaron. ¿Qué hace?',
        choices: [
          'Muestra las estadísticas que prueban que el tiempo de respuesta mejoró',
          'Escucha, anota y cierra con dos compromisos que sí puede cumplir y una fecha',
          'Pide que presenten los reclamos por escrito y pasa al siguiente punto',
        ],
        correct: 1,
        explanation: 'Quien no se siente escuchado no oye cifras ni trámites. Dos compromisos cumplidos valen más que diez promesas.',
      },
      {
        kind: 'text',
        title: 'Una reunión que sirve',
        paragraphs: [
          'Elija la hora y el lugar de la gente, no los de la comisaría. Si solo llegan comerciantes, vaya después a la cancha, al mercado y al comedor.',
          'Termine con una hoja a la vista: qué se hará, quién y para cuándo. La próxima reunión empieza por esa hoja, aunque algo no se haya logrado.',
        ],
      },
      {
        kind: 'text',
        title: 'Cuatro pasos para un problema',
        paragraphs: ['Un problema es algo que se repite, causa daño y que la gente espera que se atienda.'],
        points: [
          'Identificar: qué se repite, dónde y a quién le pasa.',
          'Analizar: por qué ahí, por qué a esa hora, qué lo hace fácil.',
          'Responder: con quien tenga en la mano la causa, no solo con patrullas.',
          'Evaluar: ¿bajó de verdad, o se mudó a la otra cuadra?',
        ],
      },
      {
        kind: 'text',
        title: 'Un caso: las motos del parque',
        paragraphs: [
          'Hay quejas por carreras de motos. Cuarenta multas después, todo sigue igual. El análisis muestra que casi todo ocurre los domingos de seis a ocho, cuando se cierra la avenida para el paseo familiar y el parque queda como único atajo.',
          'La respuesta: dos bolardos, un desvío señalizado y un acuerdo con el club de motociclistas. Tres meses después se vuelve a contar.',
        ],
      },
      {
        kind: 'question',
        id: 'com-2',
        title: 'Práctica 2',
        prompt: 'De 30 robos de celular, 21 ocurrieron entre las 17 y las 19 a la salida de una escuela. ¿Cuál es el paso siguiente?',
        choices: [
          'Poner una patrulla fija en la escuela todo el día',
          'Dar por resuelto el análisis e informar al superior',
          'Averiguar qué hace fácil el robo en ese lugar y a esa hora, con estudiantes y docentes',
        ],
        correct: 2,
        explanation: 'Saber dónde y cuándo es la mitad del análisis. Falta el porqué, y lo conocen quienes salen por esa puerta.',
      },
      {
        kind: 'text',
        title: 'Justicia en el trato',
        paragraphs: [
          'La gente juzga a la policía menos por el resultado que por el trato. Una multa bien explicada deja menos rencor que una advertencia humillante.',
        ],
        points: [
          'Voz: deje que la persona cuente su versión.',
          'Neutralidad: misma regla para todos, y diga cuál es.',
          'Respeto: usted, nombre, sin burlas ante terceros.',
          'Motivos claros: diga qué busca proteger.',
        ],
      },
      {
        kind: 'question',
        id: 'com-3',
        title: 'Práctica 3',
        prompt: 'Un comerciante le pide que «saque a los venezolanos» que venden en la plaza. ¿Qué responde?',
        choices: [
          'Que actuará ante conductas prohibidas, sea quien sea, y pregunta qué está ocurriendo en concreto',
          'Que pedirá documentos a todos los vendedores extranjeros',
          'Que la policía no se mete en esos asuntos',
        ],
        correct: 0,
        explanation:
          'Se responde a la conducta, nunca al origen. La pregunta concreta suele destapar un problema real: espacio, ruido o basura.',
      },
      {
        kind: 'text',
        title: 'Cuando la confianza trae un secreto',
        paragraphs: [
          'Una vecina que ya la conoce le cuenta que su pareja la golpea. La Convención de Belém do Pará (1994) obliga a los Estados a prevenir y sancionar la violencia contra la mujer.',
        ],
        points: [
          'Pregunte si está a salvo hoy y si hay armas en la casa.',
          'No proponga conciliación: hay una relación de poder, no una discusión entre iguales.',
          'Acompáñela al servicio especializado; no le entregue solo un papel.',
        ],
      },
      {
        kind: 'text',
        title: 'Cercanía con límites',
        paragraphs: [
          'Estar cerca expone. El Código de conducta de las Naciones Unidas para funcionarios encargados de hacer cumplir la ley (1979) pide oponerse a todo acto de corrupción y guardar reserva de lo que se conoce por el servicio.',
        ],
        points: ['Los regalos pequeños crean deudas que otros ven.', 'Lo que le cuentan no se comenta en la tienda de al lado.'],
      },
      {
        kind: 'question',
        id: 'com-4',
        title: 'Práctica 4',
        prompt: 'El dueño de un restaurante insiste en no cobrarle el almuerzo, todos los días. ¿Qué corresponde?',
        choices: [
          'Aceptar: rechazar sería ofensivo y dañaría la relación',
          'Agradecer, pagar siempre y comentarlo con su superior',
          'Aceptar solo cuando no haya clientes mirando',
        ],
        correct: 1,
        explanation:
          'Un favor diario se convierte en una deuda, y el vecindario la ve. Decirlo al superior le protege si alguien lo pregunta después.',
      },
      {
        kind: 'text',
        title: 'Medir lo que importa',
        paragraphs: ['Si solo se cuentan registros y detenidos, eso será lo que se produzca.'],
        points: [
          'Llamadas repetidas desde el mismo lugar.',
          'Compromisos cumplidos en fecha.',
          'Cuánta gente camina de noche por donde antes no pasaba.',
          'Denuncias: al principio suben, porque ahora hay a quién contarlas.',
        ],
      },
    ],
  },
  gift: `::Esencia:: La policía comunitaria se reconoce porque... {=trabaja con la gente del lugar en los problemas que se repiten ~reparte volantes y organiza eventos ~evita detener a quienes viven en el sector ~obtiene informantes en cada cuadra}

::Investigación:: La policía comunitaria sustituye a la investigación criminal. {F####La complementa: con confianza llegan testigos y datos que antes no llegaban.}

::Pasos:: ¿Cuántos pasos tiene el método de solución de problemas de la lección? {#4}

::Orden:: Ya se sabe qué se repite y dónde. El paso que sigue es... {=analizar por qué ocurre ahí y a esa hora ~aumentar las patrullas ~evaluar si bajó ~informar a la prensa}

::Trato:: Marque lo que la gente percibe como trato justo. {~%33.33333%Poder contar su versión ~%33.33333%La misma regla para todos ~%33.33333%Que se explique el motivo ~%-50%Que el trámite sea secreto ~%-50%Que se hable con familiaridad}

::Reclamos:: En una reunión la gente reclama con enojo. Lo más útil es... {=escuchar y cerrar con pocos compromisos con fecha ~mostrar estadísticas ~suspender la reunión ~prometer todo lo que piden}

::Violencia en la casa:: Ante violencia de pareja, conviene citar a ambos y conciliar. {F####Entre quien agrede y quien teme no hay igualdad para conciliar; la cita puede aumentar el riesgo.}

::Convención:: La convención interamericana de 1994 sobre violencia contra la mujer lleva el nombre de Belém do... {=Pará =Para}

::Código:: ¿En qué año aprobó la Asamblea General de las Naciones Unidas el Código de conducta para funcionarios encargados de hacer cumplir la ley? {#1979}

::Invitar:: Marque a quiénes conviene buscar porque rara vez llegan solos a la reunión. {~%50%Jóvenes del sector ~%50%Personas migrantes ~%-50%La directiva de la cámara de comercio ~%-50%El propio comandante}

::Desplazamiento:: Los robos bajan en una cuadra y suben en la vecina. Esto significa que... {=el problema se mudó y hay que volver a analizar ~la respuesta fue un éxito completo ~el método no sirve ~falta aumentar las multas}

::Denuncias:: En los primeros meses las denuncias aumentan. Una explicación razonable es... {=que la gente confía más y cuenta lo que antes callaba ~que siempre hay más delitos donde hay policía ~que el registro está mal hecho ~que conviene desalentar las denuncias}`,
};

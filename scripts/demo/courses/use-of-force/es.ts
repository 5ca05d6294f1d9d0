import type { CourseText } from '../course.ts';

export const es: CourseText = {
  title: 'Derechos humanos y uso de la fuerza',
  summary: 'Los principios que hacen legítima una intervención policial, con casos para decidir paso a paso.',
  unitTitles: { welcome: 'Bienvenida', lesson: 'Lección: los principios', exam: 'Examen final' },
  welcome: `## Antes de empezar

Este curso dura unas **seis horas**. Puede interrumpirlo cuando quiera: lo que haya hecho queda guardado.

1. Lea esta página.
2. Recorra la lección y responda sus preguntas de práctica.
3. Presente el examen. Se aprueba con 60 %.

> La fuerza es una facultad excepcional: se justifica cada vez, ante cada persona.`,
  lesson: {
    identifier: 'aula-demo-use-of-force-es',
    language: 'es',
    title: 'Derechos humanos y uso de la fuerza',
    description: 'Legalidad, necesidad, proporcionalidad, precaución, no discriminación y rendición de cuentas.',
    pages: [
      {
        kind: 'text',
        title: 'Por qué existen límites',
        paragraphs: [
          'El Estado confía a la policía la posibilidad de usar la fuerza para proteger la vida y los derechos de todas las personas. Esa confianza se sostiene solo si cada uso puede explicarse.',
          'Los Principios Básicos de las Naciones Unidas sobre el Empleo de la Fuerza y de Armas de Fuego (1990) resumen lo que se espera de quien lleva uniforme.',
        ],
      },
      {
        kind: 'text',
        title: 'Seis principios',
        paragraphs: ['Antes, durante y después de intervenir, repase estos principios.'],
        points: [
          'Legalidad: hay una norma que lo permite y un fin legítimo.',
          'Necesidad: no queda un medio menos dañino que sirva.',
          'Proporcionalidad: el daño previsible no supera el que se evita.',
          'Precaución: la operación se planifica para que la fuerza no haga falta.',
          'No discriminación: la decisión responde a la conducta, nunca al origen.',
          'Rendición de cuentas: se informa, se registra y se revisa.',
        ],
      },
      {
        kind: 'question',
        id: 'uso-1',
        title: 'Práctica 1',
        prompt: 'Una persona grita e insulta, pero no amenaza ni agrede. ¿Qué corresponde primero?',
        choices: ['Esposarla para prevenir', 'Guardar distancia, hablar y escuchar', 'Mostrar el arma'],
        correct: 1,
        explanation: 'No hay agresión que repeler: la comunicación es el medio menos dañino que sirve.',
      },
      {
        kind: 'text',
        title: 'La decisión, paso a paso',
        paragraphs: [
          'Pregúntese qué ocurre, qué riesgo hay y para quién. Después, qué opciones tiene y cuál daña menos.',
          'El nivel de fuerza puede bajar tanto como subir: cuando la resistencia cesa, la fuerza cesa.',
        ],
        points: ['Identifíquese y avise cuando sea posible.', 'Dé tiempo para obedecer.', 'Preste auxilio médico de inmediato.'],
      },
      {
        kind: 'question',
        id: 'uso-2',
        title: 'Práctica 2',
        prompt: 'La persona detenida ya no se resiste. ¿Cuál es la conducta correcta?',
        choices: [
          'Mantener la presión por seguridad',
          'Reducir la fuerza y comprobar su estado de salud',
          'Dejarla boca abajo hasta el traslado',
        ],
        correct: 1,
        explanation: 'Sin resistencia no hay necesidad. La posición boca abajo prolongada puede causar asfixia.',
      },
      {
        kind: 'text',
        title: 'Después de intervenir',
        paragraphs: [
          'Atienda a las personas heridas, avise a sus familiares, preserve el lugar e informe por escrito. Un informe completo protege a la persona afectada y a quien actuó bien.',
        ],
        points: ['Qué vio y qué hizo, en orden.', 'Qué alternativas consideró.', 'Quiénes fueron testigos y qué grabaciones existen.'],
      },
    ],
  },
  gift: `::Necesidad:: Una fuerza es necesaria cuando... {=no queda un medio menos dañino que sirva ~resulta más rápida ~la ordena un superior ~la persona tiene antecedentes}

::Proporcionalidad:: La proporcionalidad compara... {=el daño previsible con el daño que se evita ~el número de agentes con el de personas ~la fuerza con el delito cometido en el pasado ~el costo con el presupuesto}

::Cese:: Cuando cesa la resistencia, debe cesar la fuerza. {T}

::Orden ilegal:: Obedecer una orden manifiestamente ilegal exime de responsabilidad. {F}

::Seis principios:: Marque los principios del uso de la fuerza. {~%33.33333%Legalidad ~%33.33333%Precaución ~%33.33333%No discriminación ~%-50%Rapidez ~%-50%Ejemplaridad}

::Año:: ¿En qué año se adoptaron los Principios Básicos de las Naciones Unidas? {#1990}

::Auxilio:: Después de usar la fuerza, lo primero es prestar auxilio... {=médico =medico =sanitario}

::Arma de fuego:: El arma de fuego se dirige contra una persona solo... {=ante una amenaza inminente de muerte o lesión grave ~para impedir la huida de quien hurtó ~como advertencia al aire ~cuando se agota la paciencia}`,
};

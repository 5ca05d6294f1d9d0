import type { CourseText } from '../course.ts';

export const es: CourseText = {
  title: 'Primer respondiente en la escena',
  summary: 'Llegar, proteger, auxiliar y preservar: los primeros treinta minutos deciden la investigación.',
  unitTitles: { welcome: 'Bienvenida', lesson: 'Lección: los primeros treinta minutos', exam: 'Examen final' },
  welcome: `## La escena no se repite

Lo que se pierde en los primeros minutos no se recupera. Este curso dura unas **cuatro horas** y termina con un examen de seis preguntas; se aprueba con 60 %.

- Su avance se guarda en cada paso.
- Puede seguir en otro dispositivo.`,
  lesson: {
    identifier: 'aula-demo-first-responder-es',
    language: 'es',
    title: 'Primer respondiente en la escena',
    description: 'Seguridad, auxilio, acordonamiento, registro y entrega de la escena.',
    pages: [
      {
        kind: 'text',
        title: 'Llegar con seguridad',
        paragraphs: [
          'Acérquese observando: riesgos, personas, vehículos que se van, olores, sonidos. Avise por radio lo que ve antes de entrar.',
        ],
        points: ['Su seguridad y la de los demás van primero.', 'Anote la hora de llegada.'],
      },
      {
        kind: 'text',
        title: 'Auxiliar a las personas',
        paragraphs: ['La vida está por encima de la prueba. Preste auxilio, pida ayuda médica y recuerde por dónde pasó y qué movió.'],
        points: ['Fotografíe antes de mover, si no hay urgencia.', 'Anote quién entró y con qué fin.'],
      },
      {
        kind: 'question',
        id: 'esc-1',
        title: 'Práctica 1',
        prompt: 'Hay una persona herida junto a un casquillo. ¿Qué hace primero?',
        choices: ['Recoger el casquillo', 'Auxiliar a la persona y anotar lo que se movió', 'Esperar al perito'],
        correct: 1,
        explanation: 'La vida está por encima de la prueba; lo que se mueve se anota.',
      },
      {
        kind: 'text',
        title: 'Acordonar',
        paragraphs: [
          'Marque un perímetro mayor de lo que parece necesario: siempre se puede reducir, nunca ampliar sin pérdida. Fije una sola vía de entrada.',
        ],
        points: ['Perímetro interior: solo personal técnico.', 'Perímetro exterior: público y prensa.'],
      },
      {
        kind: 'question',
        id: 'esc-2',
        title: 'Práctica 2',
        prompt: 'Empieza a llover sobre una huella. ¿Qué corresponde?',
        choices: ['Cubrirla sin tocarla y anotarlo', 'Levantarla con la mano', 'No hacer nada'],
        correct: 0,
        explanation: 'Proteger sin tocar conserva el indicio; el registro explica lo que se hizo.',
      },
      {
        kind: 'text',
        title: 'Entregar la escena',
        paragraphs: [
          'Entregue el lugar a quien investiga con un relato ordenado: lo que vio, lo que hizo, quién entró, qué cambió. Firme la hora. Ahí comienza la cadena de custodia.',
        ],
        points: ['Sin conjeturas: hechos y horas.'],
      },
    ],
  },
  gift: `::Prioridad:: Al llegar a la escena, lo primero es... {=la seguridad y el auxilio a las personas ~recoger indicios ~entrevistar testigos ~llamar a la prensa}

::Perímetro:: El perímetro inicial debe ser mayor de lo que parece necesario. {T}

::Vía:: ¿Cuántas vías de entrada se fijan para el personal? {#1}

::Registro:: Marque lo que debe quedar anotado. {~%33.33333%La hora de llegada ~%33.33333%Quién entró ~%33.33333%Lo que se movió ~%-50%Las sospechas propias ~%-50%Los rumores}

::Custodia:: El registro de quién tuvo cada indicio se llama cadena de... {=custodia}

::Lluvia:: Una huella en riesgo por la lluvia... {=se cubre sin tocarla y se anota ~se recoge con la mano ~se deja ~se lava}`,
};

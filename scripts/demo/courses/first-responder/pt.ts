import type { CourseText } from '../course.ts';

export const pt: CourseText = {
  title: 'Primeiro respondente no local',
  summary: 'Chegar, proteger, socorrer e preservar: os primeiros trinta minutos decidem a investigação.',
  unitTitles: { welcome: 'Boas-vindas', lesson: 'Lição: os primeiros trinta minutos', exam: 'Exame final' },
  welcome: `## O local não se repete

O que se perde nos primeiros minutos não se recupera. Este curso dura cerca de **quatro horas** e termina com um exame de seis perguntas; a aprovação exige 60 %.

- O seu progresso é guardado a cada passo.
- Você pode continuar em outro dispositivo.`,
  lesson: {
    identifier: 'aula-demo-first-responder-pt',
    language: 'pt',
    title: 'Primeiro respondente no local',
    description: 'Segurança, socorro, isolamento, registro e entrega do local.',
    pages: [
      {
        kind: 'text',
        title: 'Chegar com segurança',
        paragraphs: [
          'Aproxime-se observando: riscos, pessoas, veículos que saem, cheiros, sons. Avise pelo rádio o que vê antes de entrar.',
        ],
        points: ['A sua segurança e a dos outros vêm primeiro.', 'Anote a hora de chegada.'],
      },
      {
        kind: 'text',
        title: 'Socorrer as pessoas',
        paragraphs: ['A vida está acima da prova. Preste socorro, peça ajuda médica e lembre por onde passou e o que moveu.'],
        points: ['Fotografe antes de mover, se não houver urgência.', 'Anote quem entrou e com que fim.'],
      },
      {
        kind: 'question',
        id: 'esc-1',
        title: 'Prática 1',
        prompt: 'Há uma pessoa ferida junto a um estojo de munição. O que faz primeiro?',
        choices: ['Recolher o estojo', 'Socorrer a pessoa e anotar o que se moveu', 'Esperar o perito'],
        correct: 1,
        explanation: 'A vida está acima da prova; o que se move se anota.',
      },
      {
        kind: 'text',
        title: 'Isolar',
        paragraphs: [
          'Marque um perímetro maior do que parece necessário: sempre se pode reduzir, nunca ampliar sem perda. Fixe uma única via de entrada.',
        ],
        points: ['Perímetro interno: só pessoal técnico.', 'Perímetro externo: público e imprensa.'],
      },
      {
        kind: 'question',
        id: 'esc-2',
        title: 'Prática 2',
        prompt: 'Começa a chover sobre uma pegada. O que cabe?',
        choices: ['Cobri-la sem tocar e anotar', 'Levantá-la com a mão', 'Não fazer nada'],
        correct: 0,
        explanation: 'Proteger sem tocar conserva o vestígio; o registro explica o que se fez.',
      },
      {
        kind: 'text',
        title: 'Entregar o local',
        paragraphs: [
          'Entregue o local a quem investiga com um relato ordenado: o que viu, o que fez, quem entrou, o que mudou. Assine a hora. Aí começa a cadeia de custódia.',
        ],
        points: ['Sem conjecturas: fatos e horas.'],
      },
    ],
  },
  gift: `::Prioridade:: Ao chegar ao local, o primeiro é... {=a segurança e o socorro às pessoas ~recolher vestígios ~entrevistar testemunhas ~chamar a imprensa}

::Perímetro:: O perímetro inicial deve ser maior do que parece necessário. {T}

::Via:: Quantas vias de entrada se fixam para o pessoal? {#1}

::Registro:: Marque o que deve ficar anotado. {~%33.33333%A hora de chegada ~%33.33333%Quem entrou ~%33.33333%O que se moveu ~%-50%As próprias suspeitas ~%-50%Os boatos}

::Custódia:: O registro de quem teve cada vestígio chama-se cadeia de... {=custódia =custodia}

::Chuva:: Uma pegada em risco pela chuva... {=cobre-se sem tocar e anota-se ~recolhe-se com a mão ~deixa-se ~lava-se}`,
};

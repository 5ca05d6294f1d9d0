import type { CourseText } from '../course.ts';

export const pt: CourseText = {
  title: 'Direitos humanos e uso da força',
  summary: 'Os princípios que tornam legítima uma intervenção policial, com casos para decidir passo a passo.',
  unitTitles: { welcome: 'Boas-vindas', lesson: 'Lição: os princípios', exam: 'Exame final' },
  welcome: `## Antes de começar

Este curso dura cerca de **seis horas**. Você pode parar quando quiser: o que fez fica guardado.

1. Leia esta página.
2. Percorra a lição e responda às perguntas de prática.
3. Faça o exame. A aprovação exige 60 %.

> A força é uma faculdade excepcional: justifica-se a cada vez, diante de cada pessoa.`,
  lesson: {
    identifier: 'aula-demo-use-of-force-pt',
    language: 'pt',
    title: 'Direitos humanos e uso da força',
    description: 'Legalidade, necessidade, proporcionalidade, precaução, não discriminação e prestação de contas.',
    pages: [
      {
        kind: 'text',
        title: 'Por que existem limites',
        paragraphs: [
          'O Estado confia à polícia a possibilidade de usar a força para proteger a vida e os direitos de todas as pessoas. Essa confiança só se mantém se cada uso puder ser explicado.',
          'Os Princípios Básicos das Nações Unidas sobre o Uso da Força e Armas de Fogo (1990) resumem o que se espera de quem veste a farda.',
        ],
      },
      {
        kind: 'text',
        title: 'Seis princípios',
        paragraphs: ['Antes, durante e depois de intervir, recorde estes princípios.'],
        points: [
          'Legalidade: há uma norma que o permite e um fim legítimo.',
          'Necessidade: não resta meio menos danoso que sirva.',
          'Proporcionalidade: o dano previsível não supera o que se evita.',
          'Precaução: a operação é planejada para que a força não seja preciso.',
          'Não discriminação: a decisão responde à conduta, nunca à origem.',
          'Prestação de contas: informa-se, registra-se e revisa-se.',
        ],
      },
      {
        kind: 'question',
        id: 'uso-1',
        title: 'Prática 1',
        prompt: 'Uma pessoa grita e insulta, mas não ameaça nem agride. O que cabe primeiro?',
        choices: ['Algemá-la por prevenção', 'Manter distância, falar e escutar', 'Mostrar a arma'],
        correct: 1,
        explanation: 'Não há agressão a repelir: a comunicação é o meio menos danoso que serve.',
      },
      {
        kind: 'text',
        title: 'A decisão, passo a passo',
        paragraphs: [
          'Pergunte-se o que acontece, que risco há e para quem. Depois, que opções existem e qual causa menos dano.',
          'O nível de força pode descer tanto quanto subir: quando a resistência cessa, a força cessa.',
        ],
        points: ['Identifique-se e avise sempre que possível.', 'Dê tempo para obedecer.', 'Preste socorro médico imediatamente.'],
      },
      {
        kind: 'question',
        id: 'uso-2',
        title: 'Prática 2',
        prompt: 'A pessoa detida já não resiste. Qual é a conduta correta?',
        choices: [
          'Manter a pressão por segurança',
          'Reduzir a força e verificar o seu estado de saúde',
          'Deixá-la de bruços até o transporte',
        ],
        correct: 1,
        explanation: 'Sem resistência não há necessidade. A posição de bruços prolongada pode causar asfixia.',
      },
      {
        kind: 'text',
        title: 'Depois de intervir',
        paragraphs: [
          'Atenda as pessoas feridas, avise os familiares, preserve o local e informe por escrito. Um relatório completo protege a pessoa afetada e quem agiu bem.',
        ],
        points: ['O que viu e o que fez, em ordem.', 'Que alternativas considerou.', 'Quem testemunhou e que gravações existem.'],
      },
    ],
  },
  gift: `::Necessidade:: Uma força é necessária quando... {=não resta meio menos danoso que sirva ~é mais rápida ~um superior a ordena ~a pessoa tem antecedentes}

::Proporcionalidade:: A proporcionalidade compara... {=o dano previsível com o dano que se evita ~o número de agentes com o de pessoas ~a força com o crime cometido no passado ~o custo com o orçamento}

::Cessação:: Quando cessa a resistência, deve cessar a força. {T}

::Ordem ilegal:: Obedecer a uma ordem manifestamente ilegal isenta de responsabilidade. {F}

::Seis princípios:: Marque os princípios do uso da força. {~%33.33333%Legalidade ~%33.33333%Precaução ~%33.33333%Não discriminação ~%-50%Rapidez ~%-50%Exemplaridade}

::Ano:: Em que ano foram adotados os Princípios Básicos das Nações Unidas? {#1990}

::Socorro:: Depois de usar a força, o primeiro é prestar socorro... {=médico =medico =sanitário}

::Arma de fogo:: A arma de fogo só é dirigida contra uma pessoa... {=diante de ameaça iminente de morte ou lesão grave ~para impedir a fuga de quem furtou ~como advertência para o ar ~quando se esgota a paciência}`,
};

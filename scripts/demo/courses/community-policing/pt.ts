import type { CourseText } from '../course.ts';

export const pt: CourseText = {
  title: 'Polícia comunitária',
  summary: 'Conhecer a área, ouvir quem mora nela e resolver, junto com as pessoas, os problemas que se repetem.',
  unitTitles: {
    welcome: 'Boas-vindas',
    lesson: 'Lição: do incidente ao problema',
    exam: 'Exame final',
    session: 'Prática: uma caminhada pela área',
  },
  welcome: `## A viatura para e o policial desce

Este curso leva cerca de **oito horas** e foi feito para quem responde por uma área, seja um bairro, uma comunidade rural ou um porto.

1. Percorra a lição: casos curtos e decisões que você provavelmente já teve de tomar.
2. Escolha um problema real da sua área e pense nele durante a leitura.
3. Faça o exame: seis perguntas, 60 % para aprovação.

> Confiança não se pede numa reunião: conquista-se entre uma reunião e a outra.`,
  lesson: {
    identifier: 'aula-demo-community-policing-pt',
    language: 'pt',
    title: 'Polícia comunitária',
    description: 'Conhecer a área, ouvir, resolver problemas com método, tratar com justiça e medir o que importa.',
    pages: [
      {
        kind: 'text',
        title: 'Uma esquina, duas formas de patrulhar',
        paragraphs: [
          'Toda sexta à noite chegam chamados de assalto no mesmo ponto de ônibus. A viatura passa doze vezes por semana e não encontra ninguém.',
          'Uma policial desce e pergunta. A lâmpada do ponto está queimada há dois meses, o último ônibus sai às dez e a obra em frente paga em dinheiro às sextas. Com a lâmpada trocada e o pagamento em dias alternados, os chamados quase somem.',
        ],
        points: ['Os chamados eram incidentes; a esquina era o problema.', 'A solução estava com os moradores, a obra e a prefeitura.'],
      },
      {
        kind: 'text',
        title: 'O que é e o que não é',
        paragraphs: [
          'A polícia comunitária reúne três coisas: trabalho com as pessoas do lugar, solução de problemas e uma instituição que reserva tempo para as duas.',
        ],
        points: [
          'Não é assessoria de imprensa.',
          'Não é rede de informantes.',
          'Não é ser frouxo: prende-se quem deve ser preso, e explica-se por quê.',
        ],
      },
      {
        kind: 'text',
        title: 'O primeiro mês na área',
        paragraphs: [
          'Caminhe por ela em três horários. Quem abre a banca às cinco, quem varre a escola e quem toma conta dos carros à noite veem coisas diferentes.',
        ],
        points: [
          'Anote lugares, horários e nomes de quem fala em nome de outros.',
          'Procure quem não vai às reuniões: jovens, idosos, migrantes, lideranças indígenas e quilombolas.',
          'Deixe um contato que alguém atenda também na sua folga.',
        ],
      },
      {
        kind: 'question',
        id: 'com-1',
        title: 'Prática 1',
        prompt: 'Na primeira reunião, os moradores passam vinte minutos reclamando de viaturas que nunca chegaram. O que você faz?',
        choices: [
          'Mostra as estatísticas que provam que o tempo de resposta melhorou',
          'Ouve, anota e encerra com dois compromissos que consegue cumprir e uma data',
          'Pede que registrem as queixas por escrito e passa ao próximo item',
        ],
        correct: 1,
        explanation: 'Quem não se sente ouvido não escuta números nem trâmites. Dois compromissos cumpridos valem mais que dez promessas.',
      },
      {
        kind: 'text',
        title: 'Uma reunião que rende',
        paragraphs: [
          'Escolha o horário e o lugar das pessoas, não os da delegacia ou do batalhão. Se só aparecem comerciantes, vá depois à quadra, à feira e à igreja.',
          'Termine com uma folha à vista de todos: o que será feito, por quem e até quando. A próxima reunião começa por essa folha, mesmo que algo não tenha dado certo.',
        ],
      },
      {
        kind: 'text',
        title: 'Quatro passos para um problema',
        paragraphs: ['Problema é aquilo que se repete, causa dano e que as pessoas esperam ver tratado.'],
        points: [
          'Identificar: o que se repete, onde e com quem.',
          'Analisar: por que ali, por que naquela hora, o que facilita.',
          'Responder: com quem tem a causa nas mãos, e não só com viaturas.',
          'Avaliar: diminuiu mesmo ou só mudou de quarteirão?',
        ],
      },
      {
        kind: 'text',
        title: 'Um caso: as motos da praça',
        paragraphs: [
          'Há queixas de racha de motos. Quarenta multas depois, nada mudou. A análise mostra que quase tudo acontece aos domingos, das seis às oito da noite, quando a avenida fecha para o lazer e a praça vira o único atalho.',
          'A resposta: dois balizadores, um desvio sinalizado e um acordo com o grupo de motociclistas. Três meses depois, conta-se de novo.',
        ],
      },
      {
        kind: 'question',
        id: 'com-2',
        title: 'Prática 2',
        prompt: 'De 30 roubos de celular, 21 ocorreram entre 17h e 19h na saída de uma escola. Qual é o próximo passo?',
        choices: [
          'Deixar uma viatura parada na escola o dia inteiro',
          'Dar a análise por encerrada e informar o comando',
          'Descobrir, com alunos e professores, o que facilita o roubo naquele lugar e naquela hora',
        ],
        correct: 2,
        explanation: 'Saber onde e quando é metade da análise. Falta o porquê, e quem sabe é quem sai por aquele portão.',
      },
      {
        kind: 'text',
        title: 'Justiça no trato',
        paragraphs: [
          'As pessoas julgam a polícia menos pelo resultado do que pelo tratamento. Uma multa bem explicada deixa menos mágoa que uma advertência humilhante.',
        ],
        points: [
          'Voz: deixe a pessoa contar a versão dela.',
          'Neutralidade: a mesma regra para todos, e diga qual é.',
          'Respeito: chame pelo nome, sem deboche na frente dos outros.',
          'Motivo claro: diga o que você quer proteger.',
        ],
      },
      {
        kind: 'question',
        id: 'com-3',
        title: 'Prática 3',
        prompt: 'Um comerciante pede que você «tire os haitianos» que vendem na praça. O que responde?',
        choices: [
          'Que agirá diante de condutas proibidas, seja de quem for, e pergunta o que está acontecendo de fato',
          'Que vai pedir documentos a todos os vendedores estrangeiros',
          'Que a polícia não se mete nisso',
        ],
        correct: 0,
        explanation:
          'Responde-se à conduta, nunca à origem. A pergunta concreta costuma revelar um problema real: espaço, barulho ou lixo.',
      },
      {
        kind: 'text',
        title: 'Quando a confiança traz um segredo',
        paragraphs: [
          'Uma moradora que já conhece você conta que apanha do companheiro. A Convenção de Belém do Pará (1994) obriga os Estados a prevenir e punir a violência contra a mulher.',
        ],
        points: [
          'Pergunte se ela está segura hoje e se há arma em casa.',
          'Não proponha conciliação: há relação de poder, não briga entre iguais.',
          'Acompanhe até o serviço especializado; não entregue só um papel.',
        ],
      },
      {
        kind: 'text',
        title: 'Proximidade com limites',
        paragraphs: [
          'Estar perto expõe. O Código de Conduta das Nações Unidas para os Funcionários Responsáveis pela Aplicação da Lei (1979) pede que se combata todo ato de corrupção e que se guarde sigilo do que se conhece em serviço.',
        ],
        points: ['Pequenos presentes criam dívidas que os outros enxergam.', 'O que lhe contam não se comenta na padaria.'],
      },
      {
        kind: 'question',
        id: 'com-4',
        title: 'Prática 4',
        prompt: 'O dono de um restaurante insiste em não cobrar o seu almoço, todos os dias. O que cabe fazer?',
        choices: [
          'Aceitar: recusar seria ofensivo e prejudicaria a relação',
          'Agradecer, pagar sempre e contar ao superior',
          'Aceitar só quando não houver clientes olhando',
        ],
        correct: 1,
        explanation: 'Favor diário vira dívida, e o bairro vê. Contar ao superior protege você se alguém perguntar depois.',
      },
      {
        kind: 'text',
        title: 'Medir o que importa',
        paragraphs: ['Se só se contam abordagens e prisões, é isso que será produzido.'],
        points: [
          'Chamados repetidos do mesmo lugar.',
          'Compromissos cumpridos no prazo.',
          'Quanta gente anda à noite por onde antes não passava.',
          'Registros de ocorrência: no começo sobem, porque agora há a quem contar.',
        ],
      },
    ],
  },
  gift: `::Essência:: Reconhece-se a polícia comunitária porque ela... {=trabalha com as pessoas do lugar nos problemas que se repetem ~distribui panfletos e organiza eventos ~evita prender quem mora na área ~consegue informantes em cada quarteirão}

::Investigação:: A polícia comunitária substitui a investigação criminal. {F####Ela complementa: com confiança aparecem testemunhas e informações que antes não chegavam.}

::Passos:: Quantos passos tem o método de solução de problemas da lição? {#4}

::Ordem:: Já se sabe o que se repete e onde. O passo seguinte é... {=analisar por que ocorre ali e naquela hora ~aumentar as viaturas ~avaliar se diminuiu ~avisar a imprensa}

::Trato:: Marque o que as pessoas percebem como tratamento justo. {~%33.33333%Poder contar a sua versão ~%33.33333%A mesma regra para todos ~%33.33333%Ouvir a explicação do motivo ~%-50%Um procedimento secreto ~%-50%Ser chamado por apelidos}

::Queixas:: Numa reunião, as pessoas reclamam com raiva. O mais útil é... {=ouvir e encerrar com poucos compromissos com data ~mostrar estatísticas ~suspender a reunião ~prometer tudo o que pedem}

::Violência em casa:: Diante de violência entre casal, convém chamar os dois e conciliar. {F####Entre quem agride e quem tem medo não há igualdade para conciliar; o encontro pode aumentar o risco.}

::Convenção:: A convenção interamericana de 1994 sobre violência contra a mulher leva o nome de Belém do... {=Pará =Para}

::Código:: Em que ano a Assembleia Geral das Nações Unidas aprovou o Código de Conduta para os Funcionários Responsáveis pela Aplicação da Lei? {#1979}

::Convidar:: Marque quem convém procurar porque raramente vem sozinho à reunião. {~%50%Jovens da área ~%50%Migrantes ~%-50%A diretoria da associação comercial ~%-50%O próprio comandante}

::Deslocamento:: Os roubos caem num quarteirão e sobem no vizinho. Isso significa que... {=o problema mudou de lugar e é preciso analisar de novo ~a resposta foi um sucesso completo ~o método não serve ~falta aplicar mais multas}

::Registros:: Nos primeiros meses os registros de ocorrência aumentam. Uma explicação razoável é... {=que as pessoas confiam mais e contam o que antes calavam ~que há sempre mais crime onde há polícia ~que o registro está malfeito ~que convém desestimular as queixas}`,
};

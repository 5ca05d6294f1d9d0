import type { CourseText } from '../course.ts';

export const pt: CourseText = {
  title: 'Segurança turística',
  summary: 'Proteger quem está de passagem: prevenir, atender em outro idioma e não perder a prova quando o avião decola.',
  unitTitles: {
    welcome: 'Boas-vindas',
    lesson: 'Lição: a vítima vai embora amanhã',
    exam: 'Exame final',
    session: 'Prática: visita a um local turístico',
  },
  welcome: `## O relógio corre diferente

O visitante não conhece a rua, não sabe para quem ligar e vai embora em dias ou horas. Este curso leva cerca de **cinco horas** e mostra como trabalhar com esse relógio contra.

- Pense na sua rodoviária, na sua praia ou no seu centro histórico.
- Descubra antes de começar que consulados e que intérpretes atendem na sua cidade.
- O exame tem seis perguntas; a aprovação exige 60 %.`,
  lesson: {
    identifier: 'aula-demo-tourism-security-pt',
    language: 'pt',
    title: 'Segurança turística',
    description: 'Prevenção em locais turísticos, atendimento a vítimas de passagem, consulados, proteção da infância e grandes eventos.',
    pages: [
      {
        kind: 'text',
        title: 'O navio parte às cinco',
        paragraphs: [
          'São três da tarde no porto de Salvador. Um casal conta que levaram a bolsa: passaportes, dinheiro e remédios. O navio parte às cinco.',
          'Se você começar pelo formulário, às cinco terá uma ocorrência sem testemunhas. Se começar por eles, terá remédios, um consulado avisado, uma descrição nas ruas e um jeito de falar com eles de novo.',
        ],
      },
      {
        kind: 'text',
        title: 'O que muda quando a vítima está de passagem',
        paragraphs: ['O crime é o mesmo. O que falta é tudo o que cerca uma vítima na própria cidade.'],
        points: [
          'Tempo: talvez nunca volte para depor.',
          'Idioma: não entende o que assina.',
          'Rede: não tem família, médico nem advogado por perto.',
          'Meios: sem cartão nem celular, não janta nem dorme.',
        ],
      },
      {
        kind: 'text',
        title: 'Ler o lugar',
        paragraphs: [
          'O crime contra turistas tem horário: a chegada dos ônibus, a saída dos bares, a hora em que o navio desembarca os passageiros.',
        ],
        points: [
          'Caixas eletrônicos isolados, mirantes sem saída, praias depois do pôr do sol.',
          'Filas de táxi sem controle e terminais com vendedores insistentes.',
          'Pergunte a quem limpa, vende ou dirige: vê sempre os mesmos.',
        ],
      },
      {
        kind: 'text',
        title: 'Os golpes de sempre',
        paragraphs: ['Mudam de fantasia. O mecanismo se repete: distrair, apressar ou se passar por outro.'],
        points: [
          'A sujeira na roupa e a pessoa gentil que limpa.',
          'O aluguel de temporada que não existe.',
          'O táxi que não é táxi.',
          'A bebida adulterada, o “boa noite, Cinderela”.',
          'O falso policial que revista carteiras.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-1',
        title: 'Prática 1',
        prompt: 'Um turista diz que “dois policiais” olharam a carteira dele e sumiram 300 dólares. O que você faz?',
        choices: [
          'Explica que aqui a polícia não faz isso e que ele deve ter contado errado',
          'Anota a descrição, busca câmeras, avisa o comando e registra, sejam falsos ou verdadeiros',
          'Recomenda reclamar na embaixada',
        ],
        correct: 1,
        explanation:
          'Se eram falsos, é crime em série; se eram verdadeiros, também é crime. Nos dois casos a instituição precisa saber hoje.',
      },
      {
        kind: 'text',
        title: 'Falar sem ter o mesmo idioma',
        paragraphs: [
          'O tradutor do celular serve para acalmar e orientar. Não serve para um depoimento: ali é preciso um intérprete que responda pelo que traduz.',
        ],
        points: [
          'Frases curtas, sem gíria, uma ideia de cada vez.',
          'Nunca use como intérprete o filho menor nem quem possa fazer parte do problema.',
          'Confira: peça que a pessoa repita o que entendeu.',
        ],
      },
      {
        kind: 'text',
        title: 'O consulado',
        paragraphs: [
          'Ao prender uma pessoa estrangeira, a Convenção de Viena sobre Relações Consulares (1963, artigo 36) obriga você a informá-la sem demora de que pode pedir que o consulado seja avisado. A decisão é dela.',
          'Para a vítima o consulado também serve: documento de viagem, contato com a família, dinheiro de emergência.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-2',
        title: 'Prática 2',
        prompt: 'Você prende uma jovem estrangeira. Ela não fala o seu idioma e não pergunta por consulado nenhum. O que cabe?',
        choices: [
          'Informar sem demora, num idioma que ela entenda, o direito a que se avise o consulado, e registrar',
          'Esperar que ela peça',
          'Ligar para o consulado sem lhe dizer nada',
        ],
        correct: 0,
        explanation: 'O direito não depende de ela conhecê-lo. E é dela: quem pediu refúgio, por exemplo, pode não querer o aviso.',
      },
      {
        kind: 'text',
        title: 'A ocorrência que viaja',
        paragraphs: ['Antes da partida, garanta o que depois não poderá pedir.'],
        points: [
          'Depoimento completo com intérprete; em vídeo, se a lei permitir.',
          'E-mail, telefone e endereço no país de origem, e data de saída.',
          'Reconhecimento e objetos, hoje.',
          'Cópia para o seguro e para o passaporte.',
        ],
      },
      {
        kind: 'text',
        title: 'Violência sexual durante uma viagem',
        paragraphs: [
          'Primeiro a saúde: o tratamento que previne o HIV deve começar o quanto antes, no máximo em 72 horas. Ser atendida não obriga a denunciar.',
        ],
        points: [
          'Um lugar reservado e uma só pessoa que escuta.',
          'Uma única entrevista, com equipe treinada.',
          'Não pergunte sobre roupa ou bebida para julgar; se a bebida foi adulterada, o exame é urgente.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-3',
        title: 'Prática 3',
        prompt: 'São onze da noite. Uma turista que sofreu violência voa às seis da manhã e não quer perder o voo. O que você oferece?',
        choices: [
          'Que registre quando chegar ao país dela',
          'Que fique: sem ela não há caso',
          'Atendimento médico e entrevista especializada agora, e o caminho para depor a distância depois',
        ],
        correct: 2,
        explanation: 'A prova e a saúde não esperam; o depoimento pode ser completado a distância. Decidir voar cabe a ela.',
      },
      {
        kind: 'text',
        title: 'Crianças e adolescentes',
        paragraphs: [
          'A exploração sexual de crianças e adolescentes também viaja. O Protocolo de Palermo sobre tráfico de pessoas (2000) não exige provar engano nem violência quando a vítima tem menos de 18 anos: o “consentimento” não conta.',
        ],
        points: [
          'Sinais: adulto que não explica o parentesco, pagamento em dinheiro, adolescente que não fala por si.',
          'Recepcionistas, taxistas e guias avisam quando sabem para quem ligar e quando alguém aparece.',
        ],
      },
      {
        kind: 'question',
        id: 'tur-4',
        title: 'Prática 4',
        prompt: 'Uma recepcionista liga: um homem mais velho subiu com uma menina de uns 15 anos, sem documentos. Como você age?',
        choices: [
          'Pede que ligue de novo se houver barulho',
          'Vai até lá, separa os dois, protege a menina como vítima e aciona o Conselho Tutelar e a polícia judiciária',
          'Apreende a menina por estar sem documentos',
        ],
        correct: 1,
        explanation: 'Minutos e separação: juntos, ele fala por ela. Ela é vítima, diga o que disser naquele momento.',
      },
      {
        kind: 'text',
        title: 'Quando chega a multidão',
        paragraphs: [
          'Carnaval, romaria, jogo: a segurança se ganha na semana anterior, percorrendo as saídas com bombeiros, saúde e organizadores.',
        ],
        points: [
          'Quantas pessoas cabem e quem decide fechar a entrada.',
          'Um ponto para crianças perdidas, anunciado em vários idiomas.',
          'Um caminho livre para ambulâncias, que ninguém “usa só um minutinho”.',
        ],
      },
    ],
  },
  gift: `::Prioridade:: Um casal roubado embarca em duas horas. A primeira coisa é... {=cuidar da saúde e das necessidades e difundir a descrição ~preencher o formulário completo ~pedir que voltem amanhã ~encaminhá-los ao hotel}

::Tradutor:: O tradutor automático do celular basta para tomar um depoimento formal. {F####Serve para orientar. No depoimento é preciso um intérprete que responda pelo que traduz.}

::Consulado:: Que artigo da Convenção de Viena sobre Relações Consulares trata do aviso ao consulado? {#36}

::Quem decide:: Depois de informada, quem decide se o consulado é avisado? {=a pessoa presa ~o policial ~o hotel ~a agência de viagens}

::Antes do voo:: Marque o que deve ser garantido antes que a vítima viaje. {~%33.33333%Depoimento com intérprete ~%33.33333%Contatos no país de origem ~%33.33333%Reconhecimentos pendentes ~%-50%A passagem aérea retida ~%-50%A promessa de não publicar nada}

::Falso policial:: Um turista denuncia supostos policiais que revistaram a carteira dele. Deve-se... {=registrar e avisar o comando no mesmo dia ~convencê-lo de que se enganou ~mandá-lo à embaixada ~devolver-lhe o dinheiro}

::Prazo:: O tratamento que previne o HIV depois de uma violência deve começar o quanto antes, no máximo em quantas horas? {#72}

::Saúde:: Uma vítima de violência sexual precisa registrar ocorrência para receber atendimento médico. {F####O atendimento é urgente e não depende do registro.}

::Menores:: No tráfico de menores de 18 anos é preciso provar engano ou violência. {F####Segundo o Protocolo de Palermo, com menores de idade os meios não são requisito.}

::Protocolo:: O protocolo das Nações Unidas contra o tráfico de pessoas leva o nome da cidade de... {=Palermo}

::Intérprete:: Quem NÃO deve servir de intérprete? {=o filho menor da vítima ~um intérprete judicial ~um colega bilíngue habilitado ~um serviço oficial por telefone}

::Multidão:: A segurança de um grande evento se ganha sobretudo... {=planejando antes saídas, lotação e rotas de socorro ~multiplicando prisões ~fechando todas as ruas ~reagindo no próprio dia}`,
};

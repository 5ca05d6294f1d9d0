import type { CourseText } from '../course.ts';

export const pt: CourseText = {
  title: 'Primeira resposta ao crime cibernético',
  summary: 'O que fazer na primeira hora diante de um golpe, uma extorsão ou um aparelho ligado, sem ser especialista.',
  unitTitles: { welcome: 'Boas-vindas', lesson: 'Lição: a primeira hora', exam: 'Exame final' },
  welcome: `## Não é preciso ser especialista

Quase toda investigação digital começa num balcão ou na rua, com alguém que não é perito. Este curso leva cerca de **seis horas** e ensina a não perder aquilo de que o perito vai precisar.

- Vá com calma: o seu progresso fica guardado.
- Tenha à mão o telefone da unidade especializada. Se não sabe qual é, descubra hoje.
- O exame tem seis perguntas; a aprovação exige 60 %.`,
  lesson: {
    identifier: 'aula-demo-cybercrime-first-response-pt',
    language: 'pt',
    title: 'Primeira resposta ao crime cibernético',
    description: 'Atender a vítima, conter o dano, preservar aparelhos e dados e pedir ajuda a tempo.',
    pages: [
      {
        kind: 'text',
        title: 'A queixa que quase se perdeu',
        paragraphs: [
          'Dona de uma loja de ferragens em Londrina, ela recebe um e-mail do fornecedor: “mudamos de banco”. Paga o boleto e, uma hora depois, liga o fornecedor verdadeiro: ele não escreveu nada.',
          'Na primeira delegacia dizem que isso é com o banco. Na segunda, o escrivão liga com ela para a central de fraudes: a transferência ainda pode ser bloqueada. Quarenta minutos separam um susto de uma falência.',
        ],
      },
      {
        kind: 'text',
        title: 'O que chega ao balcão',
        paragraphs: ['Com outros nomes, quase sempre é uma destas cinco coisas.'],
        points: [
          'Golpes para que alguém pague ou entregue senhas.',
          'Contas invadidas: e-mail, mensagens, redes sociais.',
          'Extorsão com imagens íntimas, reais ou fabricadas.',
          'Arquivos sequestrados numa empresa, hospital ou prefeitura.',
          'Abuso sexual de crianças, gravado ou ao vivo.',
        ],
      },
      {
        kind: 'text',
        title: 'A primeira hora',
        paragraphs: ['A ordem importa: primeiro as pessoas, depois o dinheiro, depois os dados.'],
        points: [
          'Há alguém em perigo agora? Uma vítima de extorsão pode pensar em tirar a própria vida: pergunte sem rodeios.',
          'Saiu dinheiro há pouco? Ligue já, com a vítima, para o banco ou a carteira digital.',
          'O invasor ainda está na conta? Troquem as senhas em outro aparelho.',
          'Nada se apaga: nem mensagens, nem contas, nem aplicativos.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-1',
        title: 'Prática 1',
        prompt:
          'Um aposentado transferiu há 40 minutos a poupança para uma conta ditada por um falso funcionário do banco. O que você faz primeiro?',
        choices: [
          'Registra a ocorrência completa e depois o orienta',
          'Liga com ele para a central de fraudes do banco e pede o bloqueio da transferência',
          'Procura nas redes o número que ligou para ele',
        ],
        correct: 1,
        explanation: 'O dinheiro anda em minutos e a ocorrência pode ser escrita depois. Anote a hora da ligação e o protocolo.',
      },
      {
        kind: 'text',
        title: 'Perguntas que ajudam',
        paragraphs: ['Deixe contar primeiro; depois complete. Escreva os dados exatos, letra por letra.'],
        points: [
          'O que aconteceu e quando, com o fuso horário.',
          'Endereço completo da página, nome de usuário, número, conta, chave de pagamento ou carteira.',
          'Que aparelho e que conta a vítima usou.',
          'O que ela já fez: apagou, bloqueou, pagou, restaurou?',
        ],
      },
      {
        kind: 'text',
        title: 'Preservar sem estragar',
        paragraphs: [
          'Uma captura de tela ajuda a lembrar, mas se fabrica em um minuto. A mensagem original, no aparelho, traz data, remetente e caminho.',
        ],
        points: [
          'Guarde o e-mail original com os cabeçalhos, não um encaminhamento.',
          'Numa conversa, preserve tudo, também o que parece sem importância.',
          'Copie o endereço do perfil: o nome visível muda, o endereço costuma ficar.',
        ],
      },
      {
        kind: 'text',
        title: 'O celular ligado',
        paragraphs: ['Um celular desbloqueado é uma porta que pode se fechar para sempre, por desligamento ou por um comando a distância.'],
        points: [
          'Isole: modo avião ou bolsa que bloqueie o sinal.',
          'Mantenha ligado e com carga; se estiver desbloqueado, avise logo a unidade especializada.',
          'Não fique olhando: cada toque deixa rastro e a busca pode exigir ordem judicial.',
          'Fotografe a tela e anote hora, estado e quem o tocou.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-2',
        title: 'Prática 2',
        prompt: 'Numa busca aparece um celular desbloqueado que continua recebendo mensagens. O que cabe fazer?',
        choices: [
          'Desligar para que nada mude',
          'Ler as mensagens antes que sejam apagadas',
          'Isolar da rede, manter com carga e chamar a unidade especializada',
        ],
        correct: 2,
        explanation:
          'Desligado, pode ficar cifrado; conectado, pode ser apagado a distância. Isolado e com carga, tudo continua ali para quem tem autorização.',
      },
      {
        kind: 'text',
        title: 'O computador e o que não está nele',
        paragraphs: [
          'Se está desligado, deixe desligado. Se está ligado, fotografe a tela e chame: a memória e os discos cifrados abertos se perdem quando falta energia.',
          'Só se vir que algo está sendo apagado, corte a energia conforme o protocolo da sua instituição e anote o motivo.',
        ],
        points: ['Procure também o que é pequeno: pen drives, cartões, roteadores, papéis com senhas.', 'Pergunte por cópias na nuvem.'],
      },
      {
        kind: 'text',
        title: 'A impressão digital de um arquivo',
        paragraphs: [
          'O hash é um número calculado com todo o conteúdo de um arquivo. Se muda uma só letra, muda o número: assim se prova que a cópia examinada é igual à que foi apreendida.',
        ],
        points: ['Aparelho embalado, lacrado e numerado.', 'Cada entrega com nome, data, hora e assinatura.'],
      },
      {
        kind: 'question',
        id: 'cib-3',
        title: 'Prática 3',
        prompt: 'O hash da cópia que chegou ao laboratório não bate com o do auto de apreensão. O que isso significa?',
        choices: [
          'Que o conteúdo não é idêntico; é preciso documentar e descobrir por quê',
          'Nada: o hash muda sozinho com o tempo',
          'Que o arquivo tem vírus',
        ],
        correct: 0,
        explanation:
          'O hash do mesmo conteúdo é sempre o mesmo. A diferença pode ser erro no auto ou alteração: documenta-se, não se esconde.',
      },
      {
        kind: 'text',
        title: 'Extorsão com imagens',
        paragraphs: ['Quem denuncia chega com vergonha. A frase “mas por que você mandou isso?” cala a vítima e às vezes custa uma vida.'],
        points: [
          'Diga que quem comete o crime é quem ameaça.',
          'Oriente a não pagar e a parar de conversar, sem apagar nada nem encerrar a conta.',
          'Denuncie o perfil na plataforma depois de preservar.',
          'Se for menor de idade, acione a unidade especializada e o serviço de proteção.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-4',
        title: 'Prática 4',
        prompt: 'Uma mãe quer lhe enviar por mensagem as fotos que um adulto exigiu da filha de 14 anos. O que você diz?',
        choices: [
          'Que envie: assim fica registrado',
          'Que não encaminhe a ninguém, conserve o aparelho como está e aguarde a unidade especializada',
          'Que apague logo para proteger a menina',
        ],
        correct: 1,
        explanation: 'Cada encaminhamento repete o dano e pode ser crime, também entre policiais. Apagar destrói a prova.',
      },
      {
        kind: 'text',
        title: 'Os dados estão em outro país',
        paragraphs: [
          'Registros de conexão somem em semanas ou dias. A Convenção de Budapeste sobre o Crime Cibernético (2001) permite pedir a outro Estado que os preserve com urgência enquanto tramita o pedido formal.',
          'A rede de pontos de contato atende 24 horas, 7 dias por semana. A sua tarefa é avisar hoje a unidade que fala com essa rede.',
        ],
      },
      {
        kind: 'text',
        title: 'O relatório que outro consegue usar',
        paragraphs: [
          'O perito e o promotor vão trabalhar com o que você anotou. Fatos, horários com fuso, dados exatos e cada pessoa que tocou num aparelho.',
        ],
        points: ['O que viu na tela, com foto.', 'O que fez e por quê.', 'O que não fez e ficou pendente.'],
      },
    ],
  },
  gift: `::Dinheiro recente:: Uma vítima transferiu dinheiro há meia hora. A primeira coisa é... {=ligar com ela para o banco e pedir o bloqueio ~terminar o registro da ocorrência ~publicar um alerta ~pedir que volte com um advogado}

::Captura:: Uma captura de tela substitui a mensagem original. {F####A captura ajuda, mas é fácil de fabricar; o original conserva data, remetente e caminho.}

::Celular:: Um celular apreendido está ligado e desbloqueado. Deve-se... {=isolar da rede e manter com carga ~desligar de imediato ~vasculhar ali mesmo ~devolver até haver ordem judicial}

::Anotar:: Marque o que deve ser anotado de um perfil que ameaça. {~%33.33333%O endereço completo do perfil ~%33.33333%A hora com o fuso ~%33.33333%Em que aparelho a vítima o viu ~%-50%A opinião dos vizinhos ~%-50%Só o nome visível}

::Impressão:: O número que prova que uma cópia é idêntica ao original chama-se... {=hash =um hash =o hash =valor hash}

::Budapeste:: Em que ano a Convenção de Budapeste sobre o Crime Cibernético foi aberta à assinatura? {#2001}

::Rede:: Quantas horas por dia atende a rede de pontos de contato da Convenção de Budapeste? {#24}

::Encaminhar:: Para pedir uma segunda opinião, pode-se encaminhar a um colega material de abuso sexual infantil. {F####Cada encaminhamento repete o dano e pode ser crime. Preserva-se o aparelho e chama-se a unidade especializada.}

::Extorsão:: A quem é extorquido com imagens íntimas orienta-se a... {=não pagar, não apagar e parar a conversa ~pagar uma única vez ~encerrar todas as contas ~responder com ameaças}

::Computador:: Um computador está ligado e nada parece estar sendo apagado. O correto é... {=fotografar a tela e chamar especialistas ~desligar no botão ~abrir as pastas recentes ~instalar um antivírus}

::Fuso:: Um registro diz 02h00 UTC. Que horas do dia anterior eram em Bogotá, cinco horas atrás do UTC (de 0 a 23)? {#21}

::Culpa:: Perguntar à vítima por que enviou a imagem ajuda a investigar. {F####Essa pergunta encerra a conversa. Interessa quem ameaça, de onde e o que exige.}`,
};

import type { CourseText } from '../course.ts';

export const pt: CourseText = {
  title: 'Rastreamento de ativos',
  summary: 'Enxergar o dinheiro, segui-lo por empresas e fronteiras e conservá-lo até que um juiz decida.',
  unitTitles: { welcome: 'Boas-vindas', lesson: 'Lição em três partes', exam: 'Exame final' },
  welcome: `## Quem pagou o caminhão?

Este curso leva cerca de **dez horas**. É para quem investiga crimes que deixam dinheiro: drogas, extorsão, tráfico de pessoas, garimpo ilegal, corrupção.

1. *Enxergar o dinheiro*: o que procurar desde a primeira busca.
2. *Seguir o rastro*: registros, empresas, inteligência financeira.
3. *Conservar e recuperar*: medidas, administração e cooperação.

Faça as partes em ordem ou separadamente. O exame tem seis perguntas; a aprovação exige 60 %.`,
  lesson: {
    identifier: 'aula-demo-asset-tracing-pt',
    language: 'pt',
    title: 'Rastreamento de ativos',
    description: 'Investigação patrimonial: patrimônio sem explicação, beneficiário final, cooperação e recuperação.',
    parts: [
      {
        title: '1. Enxergar o dinheiro',
        pages: [
          {
            kind: 'text',
            title: 'O caminhão e a casa',
            paragraphs: [
              'Caem quatro homens e 300 quilos de cocaína num caminhão. Manchetes, fotos. Duas semanas depois, a rede tem outro caminhão e outros quatro homens.',
              'Ninguém perguntou quem pagou o primeiro, em nome de quem estava o galpão nem com que se comprou a casa do chefe. O dinheiro é a parte da rede que não se repõe em duas semanas.',
            ],
          },
          {
            kind: 'text',
            title: 'Duas investigações, um caso',
            paragraphs: [
              'Ao lado da investigação do crime anda a do patrimônio, desde o primeiro dia. É o que pede o GAFI na Recomendação 30; a Convenção de Palermo (2000) e a de Mérida, contra a corrupção (2003), obrigam a poder confiscar.',
            ],
            points: [
              'Uma pergunta sempre que há presos: do que essa pessoa vive?',
              'Alguém da equipe só para o dinheiro.',
              'Um caderno de bens aberto desde a primeira vigilância.',
            ],
          },
          {
            kind: 'text',
            title: 'A conta que não fecha',
            paragraphs: [
              'Compare o que entrou com o que se vê. Renda conhecida mais empréstimos, menos custo de vida: isso é o que a pessoa podia comprar. O que passa daí precisa de explicação.',
              'Exemplo: em três anos declarou 36.000 e gastou 30.000 para viver; um banco lhe emprestou 14.000. Podia comprar 20.000. Tem uma picape e um terreno que somam 70.000. Sem explicação: 50.000.',
            ],
            points: ['Não é condenação: é uma pergunta com números.', 'Considere também heranças, prêmios e vendas, se houver.'],
          },
          {
            kind: 'question',
            id: 'act-1',
            title: 'Prática 1',
            prompt:
              'Renda conhecida: 24.000. Custo de vida: 20.000. Empréstimo: 6.000. Bens comprados: 40.000. Quanto fica sem explicação?',
            choices: ['16.000', '30.000', '40.000'],
            correct: 1,
            explanation: '24.000 + 6.000 − 20.000 = 10.000 é o que podia comprar. 40.000 − 10.000 = 30.000 sem explicação.',
          },
          {
            kind: 'text',
            title: 'Na busca domiciliar',
            paragraphs: ['O auto costuma listar armas e drogas. O que leva ao dinheiro cabe numa gaveta.'],
            points: [
              'Contas de luz de outro endereço, chaves, contratos, seguros.',
              'Cadernos com iniciais e valores.',
              'Cartões em nome de outros e celulares a mais.',
              'Um aparelho parecido com um pen drive, ou um papel com 12 ou 24 palavras: pode ser uma carteira de criptoativos.',
            ],
          },
          {
            kind: 'question',
            id: 'act-2',
            title: 'Prática 2',
            prompt: 'Dentro de um livro aparece um papel com 24 palavras soltas em inglês. O que você faz?',
            choices: [
              'Digita num aplicativo para ver quanto há',
              'Deixa: não parece relevante',
              'Fotografa onde está, guarda como dinheiro vivo e chama já a unidade especializada',
            ],
            correct: 2,
            explanation:
              'Quem tem essas palavras pode mover os valores, e pode haver outra cópia. Especialistas autorizados os põem a salvo em horas, não em dias.',
          },
        ],
      },
      {
        title: '2. Seguir o rastro',
        pages: [
          {
            kind: 'text',
            title: 'O que já está escrito',
            paragraphs: [
              'Antes de pedir quebra de sigilo, leia o que é público: imóveis, veículos, junta comercial, comércio exterior, contratos do governo, redes sociais.',
            ],
            points: [
              'Procure pela pessoa, pelo cônjuge, pelos pais, pelos sócios e pelo endereço.',
              'Anote data, fonte e resultado, também quando não há nada.',
              'Uma foto num iate não prova um iate: leva à matrícula dele.',
            ],
          },
          {
            kind: 'text',
            title: 'Por trás da empresa',
            paragraphs: [
              'O beneficiário final é a pessoa natural que de fato possui ou controla. O GAFI (Recomendação 24) pede que as autoridades possam saber quem é. No dia a dia, o dono de fachada se chama laranja.',
            ],
            points: [
              'O dono no papel não tem renda nem sabe o que a empresa faz.',
              'Dez empresas no mesmo endereço e com o mesmo contador.',
              'Outro assina no banco, usa o carro e decide a venda.',
            ],
          },
          {
            kind: 'question',
            id: 'act-3',
            title: 'Prática 3',
            prompt:
              'Uma construtora está em nome de um sobrinho de 22 anos, estudante. O tio assina no banco e mora na casa da empresa. O que você investiga?',
            choices: [
              'Nada: o registro diz quem é o dono',
              'Quem controla e se beneficia: procurações bancárias, uso dos bens, origem do capital',
              'Só as notas do sobrinho na faculdade',
            ],
            correct: 1,
            explanation: 'O registro diz quem figura. Assinatura, uso e origem do dinheiro mostram quem manda.',
          },
          {
            kind: 'text',
            title: 'A unidade de inteligência financeira',
            paragraphs: [
              'A UIF (no Brasil, o Coaf) recebe comunicações de operações suspeitas, analisa e troca informações com as de outros países, muitas vezes pelo Grupo de Egmont.',
            ],
            points: [
              'Peça com perguntas concretas: pessoas, datas, hipótese.',
              'O que ela entrega é inteligência: orienta, mas não substitui a prova.',
              'A prova vem depois, com ordem judicial e da própria fonte.',
            ],
          },
          {
            kind: 'text',
            title: 'Caminhos do dinheiro',
            paragraphs: [
              'O dinheiro sujo quer parecer limpo. Um exportador fatura a fruta pelo triplo do preço: o excesso entra como venda. Uma rede de lava-rápidos declara mais clientes do que a água que consome.',
            ],
            points: [
              'Depósitos repetidos pouco abaixo do valor que obriga a comunicar.',
              'Mensageiros com dinheiro vivo em fronteiras e aeroportos.',
              'Criptoativos: a cadeia de blocos é pública, o nome não.',
            ],
          },
          {
            kind: 'question',
            id: 'act-4',
            title: 'Prática 4',
            prompt:
              'Num país onde se comunica a partir de 10.000, alguém faz nove depósitos de 9.500 em três dias e cinco agências. O que é mais provável?',
            choices: [
              'Um comércio numa boa semana',
              'Um erro do sistema do banco',
              'Fracionamento para fugir da comunicação: é preciso ver origem, destino e quem deposita',
            ],
            correct: 2,
            explanation: 'O valor logo abaixo do limite e a troca de agência são o sinal. Mesmo assim se verifica: sinal não é prova.',
          },
        ],
      },
      {
        title: '3. Conservar e recuperar',
        pages: [
          {
            kind: 'text',
            title: 'Três palavras que não são a mesma coisa',
            paragraphs: ['Os nomes mudam de país para país; a ideia, não.'],
            points: [
              'Bloquear ou congelar: ninguém pode mover o bem, por um tempo.',
              'Apreender: o Estado o toma em custódia.',
              'Confiscar: um tribunal retira o bem de forma definitiva. Conforme a lei, com condenação ou sem ela.',
            ],
          },
          {
            kind: 'text',
            title: 'Um plano antes de tocar no bem',
            paragraphs: [
              'Um hotel fechado perde valor toda semana; quarenta cavalos comem todos os dias. Antes de apreender, decida quem recebe, quanto custa e o que acontece com os empregados.',
            ],
            points: [
              'Inventário com fotos e avaliação.',
              'Dívidas e hipotecas: às vezes não sobra nada a recuperar.',
              'Alienação antecipada do que se deteriora, se a lei permitir.',
            ],
          },
          {
            kind: 'question',
            id: 'act-5',
            title: 'Prática 5',
            prompt:
              'Amanhã se cumpre a ordem sobre um hotel em funcionamento, com 30 empregados e uma hipoteca. O que deve estar resolvido hoje?',
            choices: [
              'Quem administra, com que dinheiro, e o inventário e as dívidas conhecidas',
              'Só o cadeado da porta',
              'A data do leilão',
            ],
            correct: 0,
            explanation: 'Sem administrador, o Estado acaba pagando por um prédio vazio. O leilão virá, se vier, com a decisão judicial.',
          },
          {
            kind: 'text',
            title: 'Além da fronteira',
            paragraphs: [
              'Primeiro converse, depois escreva. As redes de recuperação de ativos, como a RRAG do GAFILAT e a ARIN-CARIB no Caribe, e os canais da INTERPOL e das UIF dizem em dias se o bem existe.',
              'A prova e as medidas se pedem por cooperação jurídica internacional. A Convenção de Mérida dedica o capítulo V à recuperação de ativos.',
            ],
            points: ['Peça o bloqueio antes que a pessoa saiba.', 'Explique o crime, o bem e o vínculo em uma página.'],
          },
          {
            kind: 'text',
            title: 'Direitos de outros',
            paragraphs: ['Uma casa confiscada pode ser o teto de quem não sabia de nada. Um bom processo os separa antes do juiz.'],
            points: [
              'Terceiro de boa-fé: pagou um preço real e não sabia nem devia saber.',
              'Vítimas: o que se recupera pode servir para repará-las.',
              'Todo ato sobre um bem pode ser contestado: documente cada passo.',
            ],
          },
          {
            kind: 'question',
            id: 'act-6',
            title: 'Prática 6',
            prompt: 'Um contato da rede em outro país confirma por e-mail uma conta com 80.000. O que você faz com esse dado?',
            choices: [
              'Junta aos autos como prova',
              'Usa para orientar o caso e prepara com o Ministério Público o pedido formal, com bloqueio',
              'Arquiva: informação informal não vale',
            ],
            correct: 1,
            explanation:
              'O canal informal diz onde olhar. O que o tribunal pode valorar chega pela via formal; até lá, urge que nada se mova.',
          },
          {
            kind: 'text',
            title: 'O relatório patrimonial',
            paragraphs: ['Uma folha por bem. Se outra pessoa consegue continuar com ela amanhã, está bem-feita.'],
            points: [
              'O que é, onde está e quanto vale.',
              'Em nome de quem está e quem usa.',
              'Com que foi pago e o que prova isso.',
              'Quanto custa conservar e que medida se pede.',
            ],
          },
        ],
      },
    ],
  },
  gift: `::Quando:: A investigação patrimonial começa... {=no primeiro dia, junto com a do crime ~depois da condenação ~quando a imprensa pede ~só se houver contas no exterior}

::Cálculo:: Renda conhecida 30.000, custo de vida 25.000, empréstimo 10.000, bens comprados 60.000. Quanto fica sem explicação? {#45000}

::Beneficiário:: O beneficiário final é... {=a pessoa natural que de fato possui ou controla ~quem consta no registro ~o contador da empresa ~o banco que empresta}

::Sinais:: Marque sinais de que um dono só o é no papel. {~%33.33333%Não tem renda ~%33.33333%Outro assina no banco ~%33.33333%Não sabe o que a empresa faz ~%-50%Paga impostos em dia ~%-50%Contrata um advogado}

::Inteligência:: Um relatório da UIF substitui a prova em juízo. {F####É inteligência e orienta. A prova se obtém depois, com ordem judicial e da própria fonte.}

::Fracionar:: Nove depósitos pouco abaixo do valor que se comunica, em várias agências, sugerem... {=fracionamento para fugir da comunicação ~um bom mês de vendas ~um erro contábil ~um prêmio}

::Palavras:: Um papel com 12 ou 24 palavras soltas pode dar acesso a uma carteira de criptoativos. {T####Quem as tem pode mover os valores. Guarda-se como dinheiro vivo e avisa-se de imediato.}

::Mérida:: Em que ano a Assembleia Geral aprovou a Convenção das Nações Unidas contra a Corrupção? {#2003}

::Definitivo:: Retirar um bem de forma definitiva por decisão de um tribunal chama-se... {=confisco =o confisco =confiscar =perdimento =perda}

::Antes de apreender:: Marque o que deve ser resolvido antes de apreender um negócio em funcionamento. {~%33.33333%Quem vai administrar ~%33.33333%Quanto custa conservar ~%33.33333%Que dívidas tem ~%-50%O preço do leilão ~%-50%A foto para a imprensa}

::Fronteira:: Para saber logo se um bem existe em outro país, usa-se primeiro... {=a rede informal de recuperação de ativos ou a UIF ~uma carta ao ministro ~o pedido completo de cooperação jurídica ~um aviso público}

::GAFI:: Que número tem a Recomendação do GAFI sobre a investigação financeira pelas autoridades policiais? {#30}`,
};

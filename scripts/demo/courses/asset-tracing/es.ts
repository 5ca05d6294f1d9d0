import type { CourseText } from '../course.ts';

export const es: CourseText = {
  title: 'Rastreo de activos',
  summary: 'Ver el dinero, seguirlo por empresas y fronteras, y conservarlo hasta que un juez decida.',
  unitTitles: { welcome: 'Bienvenida', lesson: 'Lección en tres partes', exam: 'Examen final' },
  welcome: `## ¿Quién pagó el camión?

Este curso dura unas **diez horas**. Es para quien investiga delitos que dejan dinero: drogas, extorsión, trata, minería ilegal, corrupción.

1. *Ver el dinero*: qué buscar desde el primer registro.
2. *Seguir el rastro*: registros, empresas, inteligencia financiera.
3. *Conservar y recuperar*: medidas, administración y cooperación.

Haga las partes en orden o por separado. El examen tiene seis preguntas; se aprueba con 60 %.`,
  lesson: {
    identifier: 'aula-demo-asset-tracing-es',
    language: 'es',
    title: 'Rastreo de activos',
    description: 'Investigación patrimonial: patrimonio sin explicación, beneficiario final, cooperación y recuperación.',
    parts: [
      {
        title: '1. Ver el dinero',
        pages: [
          {
            kind: 'text',
            title: 'El camión y la casa',
            paragraphs: [
              'Caen cuatro hombres y 300 kilos de cocaína en un camión. Titulares, fotos. Dos semanas después la red tiene otro camión y otros cuatro hombres.',
              'Nadie preguntó quién pagó el primero, a nombre de quién estaba la bodega ni con qué se compró la casa del jefe. El dinero es la parte de la red que no se reemplaza en dos semanas.',
            ],
          },
          {
            kind: 'text',
            title: 'Dos investigaciones, un caso',
            paragraphs: [
              'Junto a la investigación del delito va la del patrimonio, desde el primer día. Así lo pide el GAFI en su Recomendación 30; la Convención de Palermo (2000) y la de Mérida contra la corrupción (2003) obligan a poder decomisar.',
            ],
            points: [
              'Una pregunta cuando hay detenidos: ¿de qué vive?',
              'Una persona del equipo solo para el dinero.',
              'Un cuaderno de bienes abierto desde la primera vigilancia.',
            ],
          },
          {
            kind: 'text',
            title: 'La cuenta que no cierra',
            paragraphs: [
              'Compare lo que entró con lo que se ve. Ingresos conocidos más préstamos, menos gastos de vida: eso es lo que pudo comprar. Lo que pasa de ahí necesita explicación.',
              'Ejemplo: en tres años declaró 36 000 y gastó 30 000 en vivir; un banco le prestó 14 000. Podía comprar por 20 000. Tiene una camioneta y un terreno por 70 000. Sin explicar: 50 000.',
            ],
            points: ['No es una condena: es una pregunta con cifras.', 'Reste también herencias, premios y ventas, si existen.'],
          },
          {
            kind: 'question',
            id: 'act-1',
            title: 'Práctica 1',
            prompt:
              'Ingresos conocidos: 24 000. Gastos de vida: 20 000. Préstamo: 6 000. Bienes comprados: 40 000. ¿Cuánto queda sin explicar?',
            choices: ['16 000', '30 000', '40 000'],
            correct: 1,
            explanation: '24 000 + 6 000 − 20 000 = 10 000 es lo que podía comprar. 40 000 − 10 000 = 30 000 sin explicar.',
          },
          {
            kind: 'text',
            title: 'En el registro de la vivienda',
            paragraphs: ['El acta suele listar armas y drogas. Lo que lleva al dinero cabe en un cajón.'],
            points: [
              'Recibos de luz de otra dirección, llaves, contratos, seguros.',
              'Libretas con iniciales y sumas.',
              'Tarjetas a nombre de otros y celulares de más.',
              'Un aparato parecido a una memoria USB, o un papel con 12 o 24 palabras: puede ser una billetera de criptoactivos.',
            ],
          },
          {
            kind: 'question',
            id: 'act-2',
            title: 'Práctica 2',
            prompt: 'En un libro aparece un papel con 24 palabras sueltas en inglés. ¿Qué hace?',
            choices: [
              'Las escribe en una aplicación para ver cuánto hay',
              'Lo deja: no parece relevante',
              'Lo fotografía donde está, lo custodia como dinero en efectivo y llama ya a la unidad especializada',
            ],
            correct: 2,
            explanation:
              'Quien tenga esas palabras puede mover los fondos, y puede haber otra copia. Se asegura con autorización y por especialistas, en horas y no en días.',
          },
        ],
      },
      {
        title: '2. Seguir el rastro',
        pages: [
          {
            kind: 'text',
            title: 'Lo que ya está escrito',
            paragraphs: [
              'Antes de pedir secretos, lea lo público: propiedad inmueble, vehículos, comercio, aduanas, contratos del Estado, redes sociales.',
            ],
            points: [
              'Busque por persona, por pareja, por padres, por socios y por dirección.',
              'Anote fecha, fuente y resultado, también cuando no hay nada.',
              'Una foto en un yate no prueba un yate: lleva a su matrícula.',
            ],
          },
          {
            kind: 'text',
            title: 'Detrás de la empresa',
            paragraphs: [
              'El beneficiario final es la persona natural que de verdad posee o controla. El GAFI (Recomendación 24) pide que las autoridades puedan saber quién es.',
            ],
            points: [
              'El dueño en papel no tiene ingresos ni sabe a qué se dedica la empresa.',
              'Diez empresas en la misma dirección y con el mismo contador.',
              'Otro firma los cheques, usa el auto y decide la venta.',
            ],
          },
          {
            kind: 'question',
            id: 'act-3',
            title: 'Práctica 3',
            prompt:
              'Una constructora está a nombre de un sobrino de 22 años que estudia. Su tío firma en el banco y vive en la casa de la empresa. ¿Qué investiga?',
            choices: [
              'Nada: el registro público dice quién es el dueño',
              'Quién controla y se beneficia: poderes bancarios, uso de los bienes, origen del capital',
              'Solo las notas de la universidad del sobrino',
            ],
            correct: 1,
            explanation: 'El registro dice quién figura. Firma, uso y origen del dinero muestran quién manda.',
          },
          {
            kind: 'text',
            title: 'La unidad de inteligencia financiera',
            paragraphs: [
              'La UIF recibe reportes de operaciones sospechosas, los analiza y los comparte con sus pares de otros países, muchos a través del Grupo Egmont.',
            ],
            points: [
              'Pídale con preguntas concretas: personas, fechas, hipótesis.',
              'Lo que entrega es inteligencia: orienta, pero no se presenta en juicio.',
              'La prueba se obtiene después, con orden y del banco.',
            ],
          },
          {
            kind: 'text',
            title: 'Caminos del dinero',
            paragraphs: [
              'El dinero sucio busca parecerse al limpio. Un exportador factura la palta al triple de su precio: el exceso entra como venta. Una cadena de lavaderos de autos declara más clientes que agua consumida.',
            ],
            points: [
              'Depósitos repetidos apenas por debajo del monto que obliga a reportar.',
              'Mensajeros con efectivo en fronteras y aeropuertos.',
              'Criptoactivos: la cadena de bloques es pública, el nombre no.',
            ],
          },
          {
            kind: 'question',
            id: 'act-4',
            title: 'Práctica 4',
            prompt:
              'En un país donde se reporta desde 10 000, alguien hace nueve depósitos de 9 500 en tres días y cinco sucursales. ¿Qué es lo más probable?',
            choices: [
              'Un comercio con buena semana',
              'Un error del sistema del banco',
              'Fraccionamiento para evitar el reporte: hay que ver origen, destino y quién deposita',
            ],
            correct: 2,
            explanation:
              'El monto justo por debajo del umbral y el cambio de sucursal son la señal. Aun así se verifica: la señal no es la prueba.',
          },
        ],
      },
      {
        title: '3. Conservar y recuperar',
        pages: [
          {
            kind: 'text',
            title: 'Tres palabras que no son lo mismo',
            paragraphs: ['Los nombres cambian con el país; la idea, no.'],
            points: [
              'Inmovilizar o congelar: nadie puede mover el bien, por un tiempo.',
              'Incautar: el Estado lo toma en custodia.',
              'Decomisar: un tribunal priva del bien de manera definitiva. Según la ley, con condena o sin ella.',
            ],
          },
          {
            kind: 'text',
            title: 'Un plan antes de tocar el bien',
            paragraphs: [
              'Un hotel cerrado pierde valor cada semana; cuarenta caballos comen todos los días. Antes de incautar, decida quién lo recibe, cuánto cuesta y qué pasa con los empleados.',
            ],
            points: [
              'Inventario con fotos y avalúo.',
              'Deudas e hipotecas: a veces no queda nada que recuperar.',
              'Venta anticipada de lo que se daña, si la ley la permite.',
            ],
          },
          {
            kind: 'question',
            id: 'act-5',
            title: 'Práctica 5',
            prompt:
              'Mañana se ejecuta la orden sobre un hotel en funcionamiento, con 30 empleados y una hipoteca. ¿Qué debe estar resuelto hoy?',
            choices: [
              'Quién lo administra, con qué dinero, y el inventario y las deudas conocidas',
              'Solo el candado para la puerta',
              'La fecha del remate',
            ],
            correct: 0,
            explanation:
              'Sin administrador, el Estado termina pagando por un edificio vacío. El remate vendrá, si viene, con la decisión judicial.',
          },
          {
            kind: 'text',
            title: 'Más allá de la frontera',
            paragraphs: [
              'Primero hable, después escriba. Las redes de recuperación de activos, como la RRAG de GAFILAT y ARIN-CARIB en el Caribe, y los canales de INTERPOL y de las UIF dicen en días si el bien existe.',
              'La prueba y las medidas se piden por asistencia jurídica mutua. La Convención de Mérida dedica su capítulo V a la recuperación de activos.',
            ],
            points: ['Pida congelar antes de que la persona se entere.', 'Explique el delito, el bien y el vínculo en una página.'],
          },
          {
            kind: 'text',
            title: 'Derechos de otros',
            paragraphs: ['Una casa decomisada puede ser el techo de quien no sabía nada. Un buen expediente los separa antes que el juez.'],
            points: [
              'Tercero de buena fe: pagó un precio real y no sabía ni debía saber.',
              'Víctimas: lo recuperado puede servir para repararlas.',
              'Todo acto sobre un bien puede ser recurrido: documente cada paso.',
            ],
          },
          {
            kind: 'question',
            id: 'act-6',
            title: 'Práctica 6',
            prompt: 'Un contacto de la red en otro país le confirma por correo una cuenta con 80 000. ¿Qué hace con ese dato?',
            choices: [
              'Lo agrega al expediente como prueba',
              'Lo usa para orientar el caso y prepara con la fiscalía la solicitud formal, con pedido de congelar',
              'Lo archiva: la información informal no vale',
            ],
            correct: 1,
            explanation:
              'El canal informal dice dónde mirar. Lo que el tribunal puede valorar llega por la vía formal; mientras tanto, urge que no se mueva.',
          },
          {
            kind: 'text',
            title: 'El informe patrimonial',
            paragraphs: ['Una hoja por bien. Si otra persona puede seguir con ella mañana, está bien hecha.'],
            points: [
              'Qué es, dónde está y cuánto vale.',
              'Quién figura y quién lo usa.',
              'Con qué se pagó y qué lo prueba.',
              'Cuánto cuesta conservarlo y qué medida se pide.',
            ],
          },
        ],
      },
    ],
  },
  gift: `::Cuándo:: La investigación patrimonial empieza... {=desde el primer día, junto con la del delito ~después de la condena ~cuando lo pide la prensa ~solo si hay cuentas en el extranjero}

::Cálculo:: Ingresos conocidos 30\u00a0000, gastos de vida 25\u00a0000, préstamo 10\u00a0000, bienes comprados 60\u00a0000. ¿Cuánto queda sin explicar? {#45000}

::Beneficiario:: El beneficiario final es... {=la persona natural que de verdad posee o controla ~quien figura en el registro ~el contador de la empresa ~el banco que presta}

::Señales:: Marque señales de que un dueño lo es solo en papel. {~%33.33333%No tiene ingresos ~%33.33333%Otro firma en el banco ~%33.33333%No sabe a qué se dedica la empresa ~%-50%Paga impuestos en fecha ~%-50%Contrata un abogado}

::Inteligencia:: Un informe de la UIF se presenta tal cual como prueba en juicio. {F####Es inteligencia y orienta. La prueba se obtiene después, con orden y de su fuente.}

::Fraccionar:: Nueve depósitos apenas por debajo del monto que se reporta, en varias sucursales, sugieren... {=fraccionamiento para evitar el reporte ~un buen mes de ventas ~un error contable ~un premio}

::Palabras:: Un papel con 12 o 24 palabras sueltas puede dar acceso a una billetera de criptoactivos. {T####Quien las tiene puede mover los fondos. Se custodia como efectivo y se avisa de inmediato.}

::Mérida:: ¿En qué año aprobó la Asamblea General la Convención de las Naciones Unidas contra la Corrupción? {#2003}

::Definitivo:: Privar de un bien de manera definitiva por decisión de un tribunal se llama... {=decomiso =el decomiso =decomisar =comiso}

::Antes de incautar:: Marque lo que debe resolverse antes de incautar un negocio en marcha. {~%33.33333%Quién lo administrará ~%33.33333%Cuánto cuesta conservarlo ~%33.33333%Qué deudas tiene ~%-50%El precio del remate ~%-50%La foto para la prensa}

::Frontera:: Para saber pronto si un bien existe en otro país, primero se usa... {=la red informal de recuperación de activos o la UIF ~una carta al ministro ~la asistencia jurídica mutua completa ~un aviso público}

::GAFI:: ¿Qué número tiene la Recomendación del GAFI sobre la investigación financiera de las autoridades del orden público? {#30}`,
};

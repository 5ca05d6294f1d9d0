import type { CourseText } from '../course.ts';

export const es: CourseText = {
  title: 'Primera respuesta al ciberdelito',
  summary: 'Qué hacer en la primera hora ante una estafa, una extorsión o un aparato encendido, sin ser especialista.',
  unitTitles: { welcome: 'Bienvenida', lesson: 'Lección: la primera hora', exam: 'Examen final' },
  welcome: `## No hace falta ser especialista

Casi toda investigación informática empieza en un mostrador o en una calle, con alguien que no es perito. Este curso dura unas **seis horas** y enseña a no perder lo que el perito va a necesitar.

- Trabaje con calma: su avance queda guardado.
- Tenga a mano el teléfono de la unidad especializada de su país. Si no lo conoce, averígüelo hoy.
- El examen tiene seis preguntas; se aprueba con 60 %.`,
  lesson: {
    identifier: 'aula-demo-cybercrime-first-response-es',
    language: 'es',
    title: 'Primera respuesta al ciberdelito',
    description: 'Atender a la víctima, frenar el daño, preservar aparatos y datos, y pedir ayuda a tiempo.',
    pages: [
      {
        kind: 'text',
        title: 'La denuncia que casi se pierde',
        paragraphs: [
          'Una ferretera de Ambato recibe un correo de su proveedor: «cambiamos de banco». Paga la factura y una hora después llama el proveedor verdadero: él no escribió nada.',
          'En la primera comisaría le dicen que eso es asunto del banco. En la segunda, el cabo marca con ella la línea de fraudes: la transferencia sigue retenida. Cuarenta minutos separan un susto de una quiebra.',
        ],
      },
      {
        kind: 'text',
        title: 'Qué llega al mostrador',
        paragraphs: ['Con otros nombres, casi siempre es una de estas cinco cosas.'],
        points: [
          'Engaños para que alguien pague o entregue claves.',
          'Cuentas robadas: correo, mensajería, redes.',
          'Extorsión con imágenes íntimas, verdaderas o fabricadas.',
          'Archivos secuestrados en un negocio, un hospital o una alcaldía.',
          'Abuso sexual de niñas y niños, grabado o en directo.',
        ],
      },
      {
        kind: 'text',
        title: 'La primera hora',
        paragraphs: ['El orden importa: primero las personas, después el dinero, después los datos.'],
        points: [
          '¿Hay alguien en peligro ahora? Una víctima de extorsión puede pensar en quitarse la vida: pregúntelo sin rodeos.',
          '¿Salió dinero hace poco? Llame ya con la víctima a su banco o billetera.',
          '¿Sigue el atacante dentro? Cambiar claves desde otro aparato.',
          'Nada se borra: ni mensajes, ni cuentas, ni aplicaciones.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-1',
        title: 'Práctica 1',
        prompt: 'Un jubilado transfirió sus ahorros hace 40 minutos a una cuenta que le dictó un falso funcionario. ¿Qué hace primero?',
        choices: [
          'Tomarle la denuncia completa y después orientarlo',
          'Llamar con él a la línea de fraudes de su banco para frenar la transferencia',
          'Buscar en redes el número desde el que lo llamaron',
        ],
        correct: 1,
        explanation:
          'El dinero se mueve en minutos y la denuncia puede escribirse después. Anote la hora de la llamada y el número de gestión.',
      },
      {
        kind: 'text',
        title: 'Preguntas que sirven',
        paragraphs: ['Deje contar primero; luego complete. Escriba los datos exactos, letra por letra.'],
        points: [
          'Qué pasó y cuándo, con zona horaria.',
          'Dirección completa de la página, nombre de usuario, número, cuenta o billetera.',
          'Qué aparato y qué cuenta usó la víctima.',
          'Qué ha hecho desde entonces: ¿borró, bloqueó, pagó, restauró?',
        ],
      },
      {
        kind: 'text',
        title: 'Preservar sin estropear',
        paragraphs: [
          'Una captura de pantalla ayuda a recordar, pero se fabrica en un minuto. El mensaje original, en su aparato, trae fecha, remitente y ruta.',
        ],
        points: [
          'Conserve el correo original con sus encabezados, no un reenvío.',
          'En un chat, guarde la conversación entera, también lo que parece sin importancia.',
          'Copie la dirección del perfil: el nombre visible cambia, la dirección suele quedar.',
        ],
      },
      {
        kind: 'text',
        title: 'El teléfono encendido',
        paragraphs: ['Un teléfono desbloqueado es una puerta que puede cerrarse para siempre, por apagado o por una orden a distancia.'],
        points: [
          'Aísle: modo avión o bolsa que bloquee la señal.',
          'Manténgalo con carga y encendido; si está desbloqueado, avise enseguida a la unidad especializada.',
          'No curiosee: cada toque deja huella y su búsqueda puede necesitar orden judicial.',
          'Fotografíe la pantalla y anote hora, estado y quién lo tocó.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-2',
        title: 'Práctica 2',
        prompt: 'En un registro aparece un teléfono desbloqueado al que siguen llegando mensajes. ¿Qué corresponde?',
        choices: [
          'Apagarlo para que nada cambie',
          'Leer los mensajes antes de que se borren',
          'Aislarlo de la red, mantenerlo con carga y llamar a la unidad especializada',
        ],
        correct: 2,
        explanation:
          'Apagado puede quedar cifrado; conectado puede borrarse a distancia. Aislado y con carga, todo sigue ahí para quien tenga autorización.',
      },
      {
        kind: 'text',
        title: 'El computador y lo que no está en él',
        paragraphs: [
          'Si está apagado, déjelo apagado. Si está encendido, fotografíe la pantalla y llame: la memoria y los discos cifrados abiertos se pierden al cortar la luz.',
          'Solo si ve que algo se está borrando, corte la alimentación según el protocolo de su institución y anote por qué.',
        ],
        points: ['Busque también lo pequeño: memorias, tarjetas, routers, papeles con claves.', 'Pregunte por copias en la nube.'],
      },
      {
        kind: 'text',
        title: 'La huella de un archivo',
        paragraphs: [
          'Un hash es un número que se calcula con todo el contenido de un archivo. Si cambia una sola letra, cambia el número: así se demuestra que la copia que se examina es igual a la que se incautó.',
        ],
        points: ['Aparato embalado, sellado y numerado.', 'Cada entrega con nombre, fecha, hora y firma.'],
      },
      {
        kind: 'question',
        id: 'cib-3',
        title: 'Práctica 3',
        prompt: 'El hash de la copia que llegó al laboratorio no coincide con el del acta. ¿Qué significa?',
        choices: [
          'Que el contenido no es idéntico y hay que documentarlo y averiguar por qué',
          'Nada: el hash cambia solo con el tiempo',
          'Que el archivo tiene un virus',
        ],
        correct: 0,
        explanation:
          'El hash de un mismo contenido es siempre el mismo. La diferencia puede ser un error del acta o una alteración: se documenta, no se tapa.',
      },
      {
        kind: 'text',
        title: 'Extorsión con imágenes',
        paragraphs: ['Quien denuncia llega con vergüenza. La frase «¿y para qué mandó eso?» cierra la boca y a veces cuesta una vida.'],
        points: [
          'Diga que el delito lo comete quien amenaza.',
          'Aconseje no pagar y no seguir hablando, sin borrar nada ni cerrar la cuenta.',
          'Denuncie el perfil en la plataforma después de preservar.',
          'Si es menor de edad, llame a la unidad especializada y al servicio de protección.',
        ],
      },
      {
        kind: 'question',
        id: 'cib-4',
        title: 'Práctica 4',
        prompt: 'Una madre quiere mandarle por mensajería las fotos que un adulto le exigió a su hija de 14 años. ¿Qué le dice?',
        choices: [
          'Que se las mande: así queda constancia',
          'Que no las reenvíe a nadie, conserve el aparato como está y espere a la unidad especializada',
          'Que las borre cuanto antes para proteger a la niña',
        ],
        correct: 1,
        explanation: 'Cada reenvío repite el daño y puede ser delito, también entre policías. Borrar destruye la prueba.',
      },
      {
        kind: 'text',
        title: 'Los datos están en otro país',
        paragraphs: [
          'Los registros de conexión se borran en semanas o en días. El Convenio de Budapest sobre la Ciberdelincuencia (2001) permite pedir a otro Estado que los conserve con urgencia mientras se tramita la solicitud formal.',
          'Su red de puntos de contacto atiende las 24 horas, los 7 días. Su tarea es avisar hoy a la unidad que habla con esa red.',
        ],
      },
      {
        kind: 'text',
        title: 'El informe que otro puede usar',
        paragraphs: [
          'El perito y el fiscal trabajarán sobre lo que usted anotó. Hechos, horas con zona, datos exactos y cada persona que tocó un aparato.',
        ],
        points: ['Lo que vio en pantalla, con foto.', 'Lo que hizo y por qué.', 'Lo que no hizo y queda pendiente.'],
      },
    ],
  },
  gift: `::Dinero reciente:: Una víctima transfirió dinero hace media hora. Lo primero es... {=llamar con ella a su banco para frenar la transferencia ~terminar el formulario de denuncia ~publicar una alerta ~pedirle que vuelva con un abogado}

::Captura:: Una captura de pantalla reemplaza al mensaje original. {F####La captura ayuda, pero se fabrica con facilidad; el original conserva fecha, remitente y ruta.}

::Teléfono:: Un teléfono incautado está encendido y desbloqueado. Se debe... {=aislar de la red y mantener con carga ~apagar de inmediato ~revisar a fondo en el lugar ~devolver hasta tener orden}

::Anotar:: Marque lo que debe anotarse de un perfil que amenaza. {~%33.33333%La dirección completa del perfil ~%33.33333%La hora con su zona ~%33.33333%Desde qué aparato lo vio la víctima ~%-50%La opinión de los vecinos ~%-50%Solo el nombre visible}

::Huella:: El número que demuestra que una copia es idéntica al original se llama... {=hash =un hash =el hash =valor hash}

::Budapest:: ¿En qué año se abrió a la firma el Convenio de Budapest sobre la Ciberdelincuencia? {#2001}

::Red:: ¿Cuántas horas al día atiende la red de puntos de contacto del Convenio de Budapest? {#24}

::Reenvío:: Para pedir una segunda opinión se puede reenviar a un colega material de abuso sexual infantil. {F####Cada reenvío repite el daño y puede ser delito. Se preserva el aparato y se llama a la unidad especializada.}

::Extorsión:: A quien es extorsionado con imágenes íntimas se le aconseja... {=no pagar, no borrar y cortar la conversación ~pagar una sola vez ~cerrar todas sus cuentas ~contestar con amenazas}

::Computador:: Un computador está encendido y nada parece borrarse. Lo correcto es... {=fotografiar la pantalla y llamar a especialistas ~apagarlo con el botón ~abrir las carpetas recientes ~instalar un antivirus}

::Zona horaria:: Un registro dice 02.00 UTC. ¿Qué hora del día anterior era en Bogotá, que está cinco horas por detrás (de 0 a 23)? {#21}

::Culpa:: Preguntar a la víctima por qué envió una imagen ayuda a investigar. {F####Cierra la conversación. Interesa quién amenaza, desde dónde y qué exige.}`,
};

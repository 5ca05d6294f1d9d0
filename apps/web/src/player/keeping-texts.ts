import type { Language } from '@aula/contracts';

/** What the player says about keeping a course on a device. `{n}` is a number. */
const es = {
  keep: 'Guardar en este dispositivo',
  keptLabel: 'Disponible sin conexión',
  keepTitle: 'Estudiar sin conexión',
  keepLooking: 'Calculando cuánto ocupa…',
  keepText:
    'El curso ocupa {n} MB. Cuando esté aquí podrá abrirlo sin conexión: lo que haga se guarda en este dispositivo y se envía cuando la haya.',
  keepOwn: 'Hágalo solo en un dispositivo que sea suyo: quien lo use podrá abrir el curso en su nombre.',
  keepRule:
    'Si entretanto sigue el curso en otro dispositivo, vale lo de allí. Lo que haya hecho aquí no se pierde: queda apartado y quien acompaña el curso puede devolvérselo.',
  keepNow: 'Guardar aquí',
  keepFull: 'No hay espacio suficiente: hacen falta {n} MB libres.',
  keepLine: 'No hay conexión con la academia. Inténtelo de nuevo cuando la haya.',
  keepComing: 'Guardando el curso en este dispositivo…',
  keepStop: 'Detener',
  keepOn: 'Seguir guardando',
  keepStopped: 'El curso todavía no está completo en este dispositivo. Lo que ya llegó se conserva: puede seguir cuando quiera.',
  keptTitle: 'El curso está en este dispositivo',
  keptText: 'Ya puede estudiar sin conexión.',
  keptHow:
    'Para abrirlo, vuelva a esta dirección. Guárdela en los marcadores o añádala a la pantalla de inicio desde el menú del navegador:',
  keptFragile: 'Si falta espacio, el navegador podría borrar el curso: ábralo de vez en cuando con conexión.',
  keptInstall: 'Añadir a la pantalla de inicio',
  remove: 'Quitar de este dispositivo',
  removeWaiting: 'Todavía no se puede quitar: {n} registros esperan ser enviados a la academia.',
  removed: 'El curso ya no está guardado en este dispositivo.',
  close: 'Cerrar',
  cancel: 'Cancelar',
  asideTitle: 'El curso siguió en otro dispositivo',
  asideText:
    'Lo que hizo aquí sin conexión llegó a la academia, pero entretanto el curso siguió en otro dispositivo y vale lo de allí. No se ha perdido: quedó apartado y quien acompaña el curso puede devolvérselo.',
  awayTitle: 'Todo está guardado en este dispositivo',
  awayText: '{n} registros esperan que haya conexión. Puede cerrar esta página: se enviarán cuando abra el curso con conexión.',
  awayDone: 'Todo llegó a la academia.',
};

type KeepingTexts = Record<keyof typeof es, string>;

const pt: KeepingTexts = {
  keep: 'Salvar neste dispositivo',
  keptLabel: 'Disponível sem conexão',
  keepTitle: 'Estudar sem conexão',
  keepLooking: 'Calculando quanto ocupa…',
  keepText:
    'O curso ocupa {n} MB. Quando estiver aqui, poderá abri-lo sem conexão: o que fizer fica salvo neste dispositivo e é enviado quando houver conexão.',
  keepOwn: 'Faça isso apenas em um dispositivo seu: quem o usar poderá abrir o curso em seu nome.',
  keepRule:
    'Se nesse meio-tempo continuar o curso em outro dispositivo, vale o de lá. O que fez aqui não se perde: fica separado e quem acompanha o curso pode devolvê-lo.',
  keepNow: 'Salvar aqui',
  keepFull: 'Não há espaço suficiente: são necessários {n} MB livres.',
  keepLine: 'Não há conexão com a academia. Tente de novo quando houver.',
  keepComing: 'Salvando o curso neste dispositivo…',
  keepStop: 'Parar',
  keepOn: 'Continuar salvando',
  keepStopped: 'O curso ainda não está completo neste dispositivo. O que já chegou fica conservado: pode continuar quando quiser.',
  keptTitle: 'O curso está neste dispositivo',
  keptText: 'Já pode estudar sem conexão.',
  keptHow: 'Para abri-lo, volte a este endereço. Salve-o nos favoritos ou adicione-o à tela inicial pelo menu do navegador:',
  keptFragile: 'Se faltar espaço, o navegador poderá apagar o curso: abra-o de vez em quando com conexão.',
  keptInstall: 'Adicionar à tela inicial',
  remove: 'Remover deste dispositivo',
  removeWaiting: 'Ainda não é possível remover: {n} registros esperam o envio à academia.',
  removed: 'O curso não está mais salvo neste dispositivo.',
  close: 'Fechar',
  cancel: 'Cancelar',
  asideTitle: 'O curso continuou em outro dispositivo',
  asideText:
    'O que fez aqui sem conexão chegou à academia, mas nesse meio-tempo o curso continuou em outro dispositivo e vale o de lá. Não se perdeu: ficou separado e quem acompanha o curso pode devolvê-lo.',
  awayTitle: 'Tudo está salvo neste dispositivo',
  awayText: '{n} registros esperam conexão. Pode fechar esta página: serão enviados quando abrir o curso com conexão.',
  awayDone: 'Tudo chegou à academia.',
};

const en: KeepingTexts = {
  keep: 'Keep on this device',
  keptLabel: 'Available offline',
  keepTitle: 'Study without a connection',
  keepLooking: 'Finding out how much it is…',
  keepText:
    'The course takes {n} MB. Once it is here you can open it without a connection: what you do is saved on this device and sent when there is one.',
  keepOwn: 'Do this only on a device of your own: whoever uses it can open the course in your name.',
  keepRule:
    'If you go on with the course on another device meanwhile, what you did there counts. What you did here is not lost: it is set aside, and whoever supports the course can give it back to you.',
  keepNow: 'Keep it here',
  keepFull: 'There is not enough room: {n} MB are needed.',
  keepLine: 'There is no connection to the academy. Try again when there is one.',
  keepComing: 'Saving the course on this device…',
  keepStop: 'Stop',
  keepOn: 'Go on saving',
  keepStopped: 'The course is not complete on this device yet. What has arrived is kept: you can go on whenever you like.',
  keptTitle: 'The course is on this device',
  keptText: 'You can study without a connection now.',
  keptHow: 'To open it, come back to this address. Bookmark it, or add it to the home screen from the menu of the browser:',
  keptFragile: 'When room runs short the browser may delete the course: open it with a connection from time to time.',
  keptInstall: 'Add to the home screen',
  remove: 'Remove from this device',
  removeWaiting: 'It cannot be removed yet: {n} records are waiting to be sent to the academy.',
  removed: 'The course is no longer kept on this device.',
  close: 'Close',
  cancel: 'Cancel',
  asideTitle: 'The course went on on another device',
  asideText:
    'What you did here without a connection has reached the academy, but meanwhile the course went on on another device, and that counts. Nothing is lost: it was set aside, and whoever supports the course can give it back to you.',
  awayTitle: 'Everything is saved on this device',
  awayText: '{n} records are waiting for a connection. You can close this page: they are sent when you open the course with a connection.',
  awayDone: 'Everything has reached the academy.',
};

const fr: KeepingTexts = {
  keep: 'Garder sur cet appareil',
  keptLabel: 'Disponible sans connexion',
  keepTitle: 'Étudier sans connexion',
  keepLooking: 'Calcul de la place nécessaire…',
  keepText:
    'Le cours occupe {n} Mo. Une fois ici, vous pourrez l’ouvrir sans connexion : ce que vous faites est enregistré sur cet appareil et envoyé dès qu’il y en a une.',
  keepOwn: 'Faites-le seulement sur un appareil à vous : toute personne qui l’utilise pourra ouvrir le cours en votre nom.',
  keepRule:
    'Si vous poursuivez entre-temps le cours sur un autre appareil, c’est ce que vous y avez fait qui compte. Ce que vous avez fait ici n’est pas perdu : c’est mis de côté, et la personne qui suit le cours peut vous le rendre.',
  keepNow: 'Garder ici',
  keepFull: 'Il n’y a pas assez de place : {n} Mo sont nécessaires.',
  keepLine: 'Pas de connexion à l’académie. Réessayez quand il y en aura une.',
  keepComing: 'Enregistrement du cours sur cet appareil…',
  keepStop: 'Arrêter',
  keepOn: 'Continuer',
  keepStopped:
    'Le cours n’est pas encore complet sur cet appareil. Ce qui est arrivé est conservé : vous pouvez continuer quand vous voulez.',
  keptTitle: 'Le cours est sur cet appareil',
  keptText: 'Vous pouvez maintenant étudier sans connexion.',
  keptHow: 'Pour l’ouvrir, revenez à cette adresse. Ajoutez-la à vos favoris ou à l’écran d’accueil depuis le menu du navigateur :',
  keptFragile: 'Si la place manque, le navigateur peut effacer le cours : ouvrez-le de temps en temps avec une connexion.',
  keptInstall: 'Ajouter à l’écran d’accueil',
  remove: 'Retirer de cet appareil',
  removeWaiting: 'Impossible de le retirer pour l’instant : {n} enregistrements attendent d’être envoyés à l’académie.',
  removed: 'Le cours n’est plus gardé sur cet appareil.',
  close: 'Fermer',
  cancel: 'Annuler',
  asideTitle: 'Le cours a continué sur un autre appareil',
  asideText:
    'Ce que vous avez fait ici sans connexion est arrivé à l’académie, mais entre-temps le cours a continué sur un autre appareil, et c’est cela qui compte. Rien n’est perdu : c’est mis de côté, et la personne qui suit le cours peut vous le rendre.',
  awayTitle: 'Tout est enregistré sur cet appareil',
  awayText:
    '{n} enregistrements attendent une connexion. Vous pouvez fermer cette page : ils seront envoyés quand vous ouvrirez le cours avec une connexion.',
  awayDone: 'Tout est arrivé à l’académie.',
};

export const keepingTexts: Record<Language, KeepingTexts> = { es, pt, en, fr };

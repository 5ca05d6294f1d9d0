import { problemTexts } from './text.js';

/** What may go wrong in content. */
export const contentProblems = problemTexts({
  'content.not-launchable': {
    es: 'Esta unidad no tiene ningún paquete que se pueda abrir.',
    pt: 'Esta unidade não tem nenhum pacote que possa ser aberto.',
    en: 'This unit has no package that can be opened.',
    fr: 'Cette unité n’a aucun paquet qui puisse être ouvert.',
  },
  'content.package-not-ready': {
    es: 'El paquete todavía no está listo o fue rechazado.',
    pt: 'O pacote ainda não está pronto ou foi recusado.',
    en: 'The package is not ready yet or was refused.',
    fr: 'Le paquet n’est pas encore prêt ou a été refusé.',
  },
  'content.enrollment-not-open': {
    es: 'Esta inscripción no permite abrir el curso ahora: aún no comienza o fue retirada.',
    pt: 'Esta inscrição não permite abrir o curso agora: ainda não começou ou foi cancelada.',
    en: 'This enrollment does not allow the course to be opened now: it has not begun or was withdrawn.',
    fr: 'Cette inscription ne permet pas d’ouvrir le cours maintenant : il n’a pas commencé ou elle a été retirée.',
  },
  'content.attempt-unfinished': {
    es: 'Todavía tiene un intento sin terminar en esta unidad. Continúelo; cuando lo termine podrá empezar otro.',
    pt: 'Você ainda tem uma tentativa não terminada nesta unidade. Continue-a; quando terminar, poderá começar outra.',
    en: 'You still have an unfinished attempt at this unit. Continue it; when it is finished you may begin another.',
    fr: 'Vous avez encore une tentative inachevée dans cette unité. Continuez-la ; une fois terminée, vous pourrez en commencer une autre.',
  },
  'content.launch-code-spent': {
    es: 'Este enlace ya se usó o ha caducado. Abra el curso otra vez desde la academia.',
    pt: 'Este link já foi usado ou expirou. Abra o curso outra vez pela academia.',
    en: 'This link was used already or has expired. Open the course again from the academy.',
    fr: 'Ce lien a déjà servi ou a expiré. Rouvrez le cours depuis l’académie.',
  },
  'content.token-refused': {
    es: 'Este acceso al curso ya no es válido. Abra el curso otra vez desde la academia; lo guardado en este dispositivo se enviará entonces.',
    pt: 'Este acesso ao curso já não é válido. Abra o curso outra vez pela academia; o que está salvo neste dispositivo será enviado.',
    en: 'This access to the course is no longer valid. Open the course again from the academy; what is saved on this device is sent then.',
    fr: 'Cet accès au cours n’est plus valable. Rouvrez le cours depuis l’académie ; ce qui est enregistré sur cet appareil sera envoyé.',
  },
  'content.enrollment-withdrawn': {
    es: 'Su inscripción fue retirada: el curso ya no registra nada. Lo guardado hasta entonces se conserva. Consulte a la administración de la capacitación.',
    pt: 'Sua inscrição foi cancelada: o curso não registra mais nada. O que foi salvo até então fica guardado. Consulte a administração da capacitação.',
    en: 'Your enrollment was withdrawn: the course records nothing any more. What was saved until then is kept. Ask the training administration.',
    fr: 'Votre inscription a été retirée : le cours n’enregistre plus rien. Ce qui était enregistré jusque-là est conservé. Adressez-vous à l’administration de la formation.',
  },
  'content.sign-in-needed': {
    es: 'Su sesión en la academia terminó. Inicie sesión y abra el curso otra vez.',
    pt: 'A sua sessão na academia terminou. Entre e abra o curso outra vez.',
    en: 'Your session at the academy has ended. Sign in and open the course again.',
    fr: 'Votre session à l’académie est terminée. Connectez-vous et rouvrez le cours.',
  },
  'content.attempt-held': {
    es: 'El curso está abierto en otra pestaña o en otro dispositivo.',
    pt: 'O curso está aberto em outra aba ou em outro dispositivo.',
    en: 'The course is open in another tab or on another device.',
    fr: 'Le cours est ouvert dans un autre onglet ou sur un autre appareil.',
  },
  'content.stale-epoch': {
    es: 'El curso continúa en otro lugar. Lo enviado desde aquí queda apartado para su revisión.',
    pt: 'O curso continua em outro lugar. O que foi enviado daqui fica separado para revisão.',
    en: 'The course goes on elsewhere. What was sent from here is set aside for review.',
    fr: 'Le cours continue ailleurs. Ce qui a été envoyé d’ici est mis de côté pour examen.',
  },
  'content.sequence-gap': {
    es: 'Faltan registros anteriores; se enviarán de nuevo.',
    pt: 'Faltam registros anteriores; serão enviados de novo.',
    en: 'Earlier records are missing; they will be sent again.',
    fr: 'Des enregistrements précédents manquent ; ils seront renvoyés.',
  },
  'content.epoch-unknown': {
    es: 'Este número de sesión del curso nunca se emitió.',
    pt: 'Este número de sessão do curso nunca foi emitido.',
    en: 'This session number of the course was never issued.',
    fr: 'Ce numéro de session du cours n’a jamais été émis.',
  },
  'content.uploads-open': {
    es: 'Ya hay {limit} envíos suyos sin terminar. Termine o descarte alguno y vuelva a intentarlo.',
    pt: 'Já há {limit} envios seus por terminar. Termine ou descarte algum e tente de novo.',
    en: 'There are {limit} unfinished uploads of yours already. Finish or discard one and try again.',
    fr: 'Vous avez déjà {limit} envois inachevés. Terminez-en ou abandonnez-en un, puis réessayez.',
  },
  'content.upload-offset': {
    es: 'El servidor guarda otra cantidad de bytes de este envío. Pregúntele cuántos y siga desde ahí.',
    pt: 'O servidor guarda outra quantidade de bytes deste envio. Pergunte-lhe quantos e continue daí.',
    en: 'The server holds another number of bytes of this upload. Ask it how many, and go on from there.',
    fr: 'Le serveur détient un autre nombre d’octets de cet envoi. Demandez-lui combien, puis reprenez de là.',
  },
  'content.upload-expired': {
    es: 'Este envío caducó y sus datos se borraron. Empiécelo de nuevo.',
    pt: 'Este envio expirou e os seus dados foram apagados. Comece-o de novo.',
    en: 'This upload has expired and its data are gone. Begin it anew.',
    fr: 'Cet envoi a expiré et ses données ont été effacées. Recommencez-le.',
  },
  'content.package-in-use': {
    es: 'Este paquete se usa en un curso publicado o alguien ya lo estudió; por eso se conserva.',
    pt: 'Este pacote é usado num curso publicado ou alguém já o estudou; por isso é conservado.',
    en: 'A published course has this package, or somebody has studied it; that is why it is kept.',
    fr: 'Un cours publié contient ce paquet, ou quelqu’un l’a déjà étudié ; c’est pourquoi il est conservé.',
  },
  'content.package-busy': {
    es: 'El paquete todavía se está revisando. Inténtelo cuando termine.',
    pt: 'O pacote ainda está a ser verificado. Tente quando terminar.',
    en: 'The package is still being checked. Try again once that is done.',
    fr: 'Le paquet est encore en cours de vérification. Réessayez ensuite.',
  },
  'content.version-elsewhere': {
    es: 'Ese paquete ya es una versión de otro. Suba el archivo como paquete nuevo.',
    pt: 'Esse pacote já é uma versão de outro. Envie o arquivo como pacote novo.',
    en: 'That package is a version of another one already. Upload the file as a new package.',
    fr: 'Ce paquet est déjà une version d’un autre. Envoyez le fichier comme nouveau paquet.',
  },
  'content.version-of-itself': {
    es: 'Un paquete no puede ser la versión siguiente de sí mismo. Suba primero el archivo nuevo.',
    pt: 'Um pacote não pode ser a versão seguinte de si mesmo. Envie primeiro o arquivo novo.',
    en: 'A package cannot be the next version of itself. Upload the new file first.',
    fr: 'Un paquet ne peut pas être la version suivante de lui-même. Envoyez d’abord le nouveau fichier.',
  },
  'content.no-other-version': {
    es: 'Este paquete no tiene otra versión desde la cual trasladar a nadie.',
    pt: 'Este pacote não tem outra versão da qual mover alguém.',
    en: 'This package has no other version to move anybody from.',
    fr: 'Ce paquet n’a pas d’autre version depuis laquelle déplacer quelqu’un.',
  },
  'content.move-not-done': {
    es: 'El traslado todavía está en marcha o ya se deshizo. Mire cómo va y vuelva a intentarlo.',
    pt: 'A mudança ainda está em andamento ou já foi desfeita. Veja como está e tente de novo.',
    en: 'The move is still under way, or was undone already. See how it stands and try again.',
    fr: 'Le déplacement est encore en cours ou a déjà été annulé. Voyez où il en est et réessayez.',
  },
  'content.move-under-way': {
    es: 'Otro traslado de este paquete está en marcha. Espere a que termine.',
    pt: 'Outra mudança deste pacote está em andamento. Espere que termine.',
    en: 'Another move of this package is under way. Wait until it is done.',
    fr: 'Un autre déplacement de ce paquet est en cours. Attendez qu’il soit terminé.',
  },
  'content.attempt-busy': {
    es: 'La persona tiene abierto el curso en este momento. Pídale que salga y espere dos minutos.',
    pt: 'A pessoa está com o curso aberto neste momento. Peça que saia e espere dois minutos.',
    en: 'The person has the course open at this moment. Ask them to leave it and wait two minutes.',
    fr: 'La personne a le cours ouvert en ce moment. Demandez-lui d’en sortir et attendez deux minutes.',
  },
  'content.attempt-moved': {
    es: 'El intento cambió desde que usted lo miró. Mire otra vez qué cambiaría.',
    pt: 'A tentativa mudou desde que a consultou. Veja outra vez o que mudaria.',
    en: 'The attempt has changed since you looked at it. Look again at what would change.',
    fr: 'La tentative a changé depuis que vous l’avez consultée. Regardez à nouveau ce qui changerait.',
  },
});

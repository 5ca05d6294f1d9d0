import { problemTexts } from './text.js';

/** What may go wrong in any house. */
export const commonProblems = problemTexts({
  'invalid-request': {
    es: 'Hay datos que corregir; vea los campos señalados.',
    pt: 'Há dados a corrigir; veja os campos indicados.',
    en: 'Some data needs to be corrected; see the fields named.',
    fr: 'Certaines données sont à corriger ; voyez les champs indiqués.',
  },
  'not-found': {
    es: 'No existe o ya no está aquí.',
    pt: 'Não existe ou já não está aqui.',
    en: 'It does not exist or is no longer here.',
    fr: 'Cet élément n’existe pas ou n’est plus ici.',
  },
  'not-signed-in': {
    es: 'Inicie sesión para continuar.',
    pt: 'Entre na sua conta para continuar.',
    en: 'Sign in to continue.',
    fr: 'Connectez-vous pour continuer.',
  },
  'token-refused': {
    es: 'Este acceso no sirve para lo que pide. Inicie sesión para continuar.',
    pt: 'Este acesso não serve para o que pede. Entre na sua conta para continuar.',
    en: 'This access does not open what is asked for. Sign in to continue.',
    fr: 'Cet accès n’ouvre pas ce qui est demandé. Connectez-vous pour continuer.',
  },
  forbidden: {
    es: 'Su función no permite hacer esto.',
    pt: 'A sua função não permite fazer isto.',
    en: 'Your role does not allow this.',
    fr: 'Votre rôle ne permet pas cette action.',
  },
  'origin-refused': {
    es: 'La petición viene de otra página. Vuelva a abrir la academia e inténtelo de nuevo.',
    pt: 'O pedido vem de outra página. Abra a academia novamente e tente de novo.',
    en: 'The request comes from another page. Open the academy again and retry.',
    fr: 'La requête vient d’une autre page. Rouvrez l’académie et réessayez.',
  },
  'too-many-requests': {
    es: 'Demasiadas peticiones. Espere {seconds} segundos e inténtelo de nuevo.',
    pt: 'Pedidos em excesso. Espere {seconds} segundos e tente de novo.',
    en: 'Too many requests. Wait {seconds} seconds and try again.',
    fr: 'Trop de requêtes. Attendez {seconds} secondes et réessayez.',
  },
  busy: {
    es: 'La academia está muy ocupada. Inténtelo de nuevo en unos segundos.',
    pt: 'A academia está muito ocupada. Tente de novo em alguns segundos.',
    en: 'The academy is very busy. Try again in a few seconds.',
    fr: 'L’académie est très sollicitée. Réessayez dans quelques secondes.',
  },
  unavailable: {
    es: 'El servicio no responde en este momento. Nada se ha perdido; inténtelo de nuevo.',
    pt: 'O serviço não responde neste momento. Nada se perdeu; tente de novo.',
    en: 'The service does not answer right now. Nothing is lost; try again.',
    fr: 'Le service ne répond pas pour l’instant. Rien n’est perdu ; réessayez.',
  },
  'body-too-large': {
    es: 'El envío supera el tamaño permitido ({limit}).',
    pt: 'O envio ultrapassa o tamanho permitido ({limit}).',
    en: 'What was sent is larger than allowed ({limit}).',
    fr: 'L’envoi dépasse la taille permise ({limit}).',
  },
  'unsupported-media-type': {
    es: 'Este tipo de contenido no se acepta aquí.',
    pt: 'Este tipo de conteúdo não é aceito aqui.',
    en: 'This type of content is not accepted here.',
    fr: 'Ce type de contenu n’est pas accepté ici.',
  },
  'file-missing': {
    es: 'Falta el archivo: envíelo en el campo «{field}».',
    pt: 'Falta o arquivo: envie-o no campo «{field}».',
    en: 'The file is missing: send it in the field “{field}”.',
    fr: 'Le fichier manque : envoyez-le dans le champ « {field} ».',
  },
  'upload-broken': {
    es: 'El envío llegó incompleto o dañado. Envíe el archivo de nuevo.',
    pt: 'O envio chegou incompleto ou danificado. Envie o arquivo de novo.',
    en: 'What was sent arrived incomplete or damaged. Send the file again.',
    fr: 'L’envoi est arrivé incomplet ou endommagé. Envoyez à nouveau le fichier.',
  },
  'upload-crowded': {
    es: 'Envíe un solo archivo cada vez, con {limit} campos como máximo.',
    pt: 'Envie um só arquivo de cada vez, com no máximo {limit} campos.',
    en: 'Send one file at a time, with {limit} fields at most.',
    fr: 'Envoyez un seul fichier à la fois, avec {limit} champs au plus.',
  },
  'cursor-invalid': {
    es: 'La marca de página no es válida; vuelva a la primera página.',
    pt: 'O marcador de página não é válido; volte à primeira página.',
    en: 'The page mark is not valid; go back to the first page.',
    fr: 'Le repère de page n’est pas valable ; revenez à la première page.',
  },
  'idempotency-key-reused': {
    es: 'La clave de idempotencia ya se usó con otra petición.',
    pt: 'A chave de idempotência já foi usada com outro pedido.',
    en: 'The idempotency key was used with another request.',
    fr: 'La clé d’idempotence a déjà servi pour une autre requête.',
  },
  'answer-not-kept': {
    es: 'Ya se hizo al primer envío. Su respuesta contenía un secreto que se muestra una sola vez y no se guarda: si no la vio, créelo de nuevo.',
    pt: 'Já foi feito no primeiro envio. A resposta continha um segredo que é mostrado uma única vez e não fica guardado: se não a viu, crie de novo.',
    en: 'It was done when it was first sent. The answer held a secret that is shown once and not kept: if you did not see it, make a new one.',
    fr: 'C’était fait dès le premier envoi. La réponse contenait un secret affiché une seule fois et jamais conservé : si vous ne l’avez pas vue, recommencez.',
  },
  'precondition-failed': {
    es: 'Alguien lo cambió mientras tanto. Vuelva a cargarlo y repita el cambio.',
    pt: 'Alguém o alterou entretanto. Recarregue e repita a alteração.',
    en: 'Someone changed it in the meantime. Load it again and repeat your change.',
    fr: 'Quelqu’un l’a modifié entre-temps. Rechargez et refaites la modification.',
  },
  'internal-error': {
    es: 'Algo falló de nuestro lado. Cite el número {requestId} si avisa.',
    pt: 'Algo falhou do nosso lado. Cite o número {requestId} se avisar.',
    en: 'Something failed on our side. Quote {requestId} when you report it.',
    fr: 'Une erreur s’est produite de notre côté. Citez {requestId} en la signalant.',
  },
});

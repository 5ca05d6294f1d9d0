import { createRequire } from 'node:module';
import { anew, setGlobals, sourceMaps } from './hooks.ts';

/** What is needed of the class of `jest-runtime`. */
interface Runtime {
  setGlobalsForRuntime(globals: object): void;
  unstable_shouldLoadAsEsm(file: string): boolean;
  unstable_importModule(file: string): Promise<unknown>;
  getSourceMaps(): ReadonlyMap<string, string>;
}
type RuntimeClass = new (config: object, environment: { global: object }, ...rest: unknown[]) => Runtime;
const require = createRequire(import.meta.url);
const { default: JestRuntime } = require('jest-runtime') as { default: RuntimeClass };

/**
 * Jest's runtime (`runtime` of its configuration), which leaves the loading of test files to Node: decision 0020. Jest's own circus, which
 * runs the tests, still lives in a context of its own per file.
 */
export default class NativeRuntime extends JestRuntime {
  constructor(...parameters: ConstructorParameters<RuntimeClass>) {
    super(...parameters);
    // expect.any(String) compares with the String of circus's context: it is to be that of the tests
    Object.assign(parameters[1].global, { String, Number, Boolean, BigInt });
  }

  override setGlobalsForRuntime(globals: object): void {
    super.setGlobalsForRuntime(globals);
    setGlobals(globals);
  }

  override unstable_shouldLoadAsEsm(file: string): boolean {
    return file.endsWith('.ts');
  }

  override async unstable_importModule(file: string): Promise<void> {
    await import(anew(file));
  }

  override getSourceMaps(): ReadonlyMap<string, string> {
    return sourceMaps;
  }
}

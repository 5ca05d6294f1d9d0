import { GroupCommit } from '@aula/platform';

/*
 * Preloaded into the academy that stands for "one statement per request": the same houses, routes, checks and statements, but nothing
 * that arrives together is written together, and so each request has a transaction to itself. As many run at once as the house has
 * connections. No product code knows of it.
 */
interface Written<In, Out> {
  write: (items: In[]) => Promise<Out[]>;
}

GroupCommit.prototype.add = async function (this: GroupCommit<unknown, unknown>, item: unknown): Promise<unknown> {
  const { write } = this as unknown as Written<unknown, unknown>;
  return (await write([item]))[0];
};

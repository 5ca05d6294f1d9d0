// Exits 0 when node_modules holds what package-lock.json names, 1 when `npm ci` is needed. Runs on Node 20, before any
// package is there. npm keeps a list of what it installed.
import { existsSync, readFileSync } from 'node:fs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
const listed = (value) => (value === undefined ? [] : [value].flat()); // npm takes one name or a list of names
const fits = (names, mine) => {
  const wanted = names.filter((name) => !name.startsWith('!'));
  return !names.includes(`!${mine}`) && (wanted.length === 0 || wanted.includes(mine));
};
const isForThisMachine = ({ os, cpu }) => fits(listed(os), process.platform) && fits(listed(cpu), process.arch);
// npm leaves out in silence an optional package that it could not fetch; one made for this very machine is needed all the same.
const isNeeded = ({ optional, peer, os, libc }) => (optional || peer ? os !== undefined && libc === undefined : true);

if (!existsSync('node_modules/.package-lock.json')) process.exit(1);
const installed = read('node_modules/.package-lock.json');
const wanted = Object.entries(read('package-lock.json')).filter(
  ([path, entry]) => path.includes('node_modules/') && !entry.link && isForThisMachine(entry),
);
const differs = wanted.some(([path, entry]) => (installed[path] ? installed[path].integrity !== entry.integrity : isNeeded(entry)));
process.exit(differs ? 1 : 0);

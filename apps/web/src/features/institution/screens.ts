export { Editions } from './Editions.js';
export { Import } from './Import.js';
export { Imports } from './Imports.js';
export { Institutions } from './Institutions.js';
export { NewEdition } from './NewEdition.js';
export { People } from './People.js';
export { Person } from './Person.js';

export { Deliveries } from './Deliveries.js';
export { Jobs } from './Jobs.js';
export { Mails } from './Mails.js';
export { PersonRoles } from './PersonRoles.js';
export { Roles } from './Roles.js';

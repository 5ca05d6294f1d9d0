export { ChangeEdition } from './ChangeEdition.js';
export { Completion } from './Completion.js';
export { Edition } from './Edition.js';
export { EditionsInReach } from './EditionsInReach.js';
export { Enroll } from './Enroll.js';
export { Learner } from './Learner.js';
export { Reminders } from './Reminders.js';

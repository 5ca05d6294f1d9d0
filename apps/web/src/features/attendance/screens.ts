export { AttendanceEditions } from './AttendanceEditions.js';
export { Roll } from './Roll.js';
export { Sessions } from './Sessions.js';
export { Sheet } from './Sheet.js';

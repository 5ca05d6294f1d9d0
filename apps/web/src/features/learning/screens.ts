export { Certificates } from './Certificates.js';
export { Course } from './Course.js';
export { MyCourses } from './MyCourses.js';
export { Unit } from './Unit.js';

export { Bank } from './Bank.js';
export { Banks } from './Banks.js';
export { CourseEditor } from './CourseEditor.js';
export { Courses } from './Courses.js';
export { NewCourse } from './NewCourse.js';
export { Package } from './Package.js';
export { Packages } from './Packages.js';
export { Quizzes } from './Quizzes.js';

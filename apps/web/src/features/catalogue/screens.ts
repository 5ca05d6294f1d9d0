export { Catalogue } from './Catalogue.js';
export { CatalogueCourse } from './CatalogueCourse.js';

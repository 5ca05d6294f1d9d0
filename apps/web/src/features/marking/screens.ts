export { MarkEssay } from './MarkEssay.js';
export { MarkingQueue } from './MarkingQueue.js';

export { anActor, type ActorWish } from './actor.js';
export { declaredRoutes, type Route } from './answer-shapes.js';
export { Client, type Answer, type Upload } from './client.js';
export { cloneDatabase, serverUrl } from './database.js';
export { fixture, fixtures } from './fixtures.js';
export { house, type School, type SchoolOptions } from './house.js';
export { S3StandIn } from './s3/stand-in.js';
export { testSecret, testSettings } from './settings.js';
export { TestClock } from './test-clock.js';

/** What every controller leans on: failures and the filter that words them, the schema pipe, the JSON parser, the routes. */
export { Documented } from './documented';
export { acceptJsonOnly, type Lenient } from './json-body';
export { ApiFailure, type Fact } from './api-failure';
export { bodyOf as failureBody, FailureFilter, type Worded } from './failure.filter';
export { isDatabaseAway } from './database-away';
export { failureWords } from './failure-words';
export { type AnsweredFailure, noteFailure, watchFailures } from './failures-channel';
export { InvalidInput, MalformedJson, NotFound, TooManyRequests, Unavailable } from './failures';
export { sendSafeHeaders } from './safe-headers';
export { HttpOptions } from './http-options';
export { OriginRefused, OwnOrigin } from './own-origin';
export { PathId } from './path-id';
export { RouteTable } from './route-table';
export { SampledLog } from './sampled-log';
export { SchemaPipe } from './schema.pipe';

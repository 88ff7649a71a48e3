/** What every controller leans on: failures and the filter that words them, checked bodies, whichever platform Nest runs on. */
export { ApiFailure, type Fact } from './api-failure';
export { CheckedBody, CheckedQuery } from './checked';
export { isDatabaseAway } from './database-away';
export { Documented, DocumentedUnder, documents, type RouteDocument } from './documented';
export { failureBody } from './failure-body';
export { type FailedRequest, FailureLog } from './failure-log';
export { failureWords } from './failure-words';
export { type AnsweredFailure, noteFailure, watchFailures } from './failures-channel';
export { InvalidInput, MalformedJson, NotFound, TooManyRequests, Unavailable } from './failures';
export { HttpOptions } from './http-options';
export { LatchkeyFilter } from './latchkey.filter';
export { OriginRefused, OwnOrigin } from './own-origin';
export { asFailure, OwnRoutesFilter } from './own-routes.filter';
export { PathId } from './path-id';
export { calledPath, cookieOf, type HttpReply, type HttpRequest, rawRequest, requestIdOf } from './platform';
export { SampledLog } from './sampled-log';
export { SchemaPipe } from './schema.pipe';

/** What every controller leans on: failures and the filter that words them, the schema pipe, the JSON parser, the routes. */
export { Documented } from './documented';
export { acceptJsonOnly } from './json-body';
export { ApiFailure, type Fact } from './api-failure';
export { bodyOf as failureBody, FailureFilter } from './failure.filter';
export { failureWords } from './failure-words';
export { InvalidInput, MalformedJson, Unavailable } from './failures';
export { sendSafeHeaders } from './safe-headers';
export { RouteTable } from './route-table';
export { SchemaPipe } from './schema.pipe';

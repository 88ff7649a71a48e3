/** The contracts of four older Flask back ends, so that their clients run against Latchkey as they are (docs/dialects.md). */
export { DialectsModule } from './dialects.module';
export { lenientBodies, speakDialects } from './speak-dialects';

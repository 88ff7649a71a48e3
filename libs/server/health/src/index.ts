/** For whoever watches the server: is the process alive, is it ready to answer. */
export { HealthModule } from './health.module';

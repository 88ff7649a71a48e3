/** What administrators do with everybody's accounts: list, create, change, disable, delete, end sessions. */
export { AdministrationModule } from './administration.module';

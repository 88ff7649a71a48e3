/** Runs the test that docs/test-a-signed-in-app.md shows. */
// eslint-disable-next-line @nx/enforce-module-boundaries -- the app that the documentation speaks of
import '../../../../apps/packages-e2e/fixtures/ng/src/app/orders.spec';

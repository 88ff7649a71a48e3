/** The release that this package is of. Latchkey's packages are released together, and are made for each other at one version only. */
export const VERSION: string = '0.0.0-PLACEHOLDER';

/** The folder a command was called from: npm runs it in the project's, and says where that was. */
export const calledFrom = (): string => process.env['INIT_CWD'] ?? process.cwd();

import { permissionsOf } from '@latchkey/contract';
import { type Rule } from './authorization-table';

/** docs/authorization.md, word for word. */
export function authorizationPage(rules: Rule[]): string {
  const permissions = Object.entries(permissionsOf).map(([role, all]) => [code(role), listed(all)]);
  const routes = rules.map((rule) => [code(rule.route), asks(rule)]);
  return `# Who may do what

Made by \`npm run docs:routes\` from the controllers themselves; a test fails where it is out of date.

A route is closed unless it says \`@Public()\`. A closed one asks for a good token, and besides for what \`@Roles('admin')\` (one of
them) and \`@Permissions('users:read')\` (all of them) name, on the controller and on the handler. Who lacks something gets 403
\`permission_missing\`, and in \`required\` what was missing. A change of roles counts from the next call on.

## Roles

${table(['role', 'may'], permissions)}

They are written down in \`libs/contract/permissions/src/index.ts\`, for server and site both: a name that is not there does not compile.

## Routes

${table(['route', 'asks for'], routes)}

The site's files and \`/docs\` are open.
`;
}

function asks({ isOpen, roles, permissions, guards }: Rule): string {
  const named = [...roles.map((any) => any.map(code).join(' or ')), ...permissions.map(code)];
  const own =
    guards.length > 0 ? [`what ${guards.map(code).join(' and ')} ask${guards.length > 1 ? '' : 's'} for`] : [];
  if (isOpen === false) return ['a token', ...named, ...own].join(', ');
  return [...(isOpen === true ? [] : [isOpen]), ...own].join(', ') || 'nothing';
}

const code = (text: string): string => `\`${text}\``;
const listed = (all: readonly string[]): string => all.map(code).join(', ') || 'what is their own';

/** As Prettier would have it. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  return [line(head), line(['', ''], '-'), ...rows.map((row) => line(row))].join('\n');
}

import { type Command } from './command';

const createAdmin: Command = {
  usage: 'create-admin EMAIL [--generate] [--take-over]',
  summary: 'makes an administrator',
  details: `Asks for a password on a terminal, or reads one line from standard input. With --generate, or where there is
neither, it makes one and prints it this once. An account that has this e-mail already is left as it is, since anybody may
have registered it; with --take-over it becomes the administrator's: with a new password, active, and all its sessions over.`,
  options: { generate: { type: 'boolean' }, 'take-over': { type: 'boolean' } },
  positionals: 1,
  load: async () => (await import('./create-admin')).createAdmin,
};

const importFile: Command = {
  usage: 'import FILE [--dry-run] [--restart] [--report PATH]',
  summary: 'takes over users and their password hashes from another program',
  details: `FILE is CSV with a header, or JSON lines: email, username, password_hash, display_name, roles, is_active, admin,
registered_on. What is not taken is listed with its line in FILE.refused.csv, or where --report says. An import that was cut
off goes on where it was when it is run again; --restart begins anew. --dry-run checks everything and changes nothing.
See docs/import.md.`,
  options: { 'dry-run': { type: 'boolean' }, restart: { type: 'boolean' }, report: { type: 'string' } },
  positionals: 1,
  load: async () => (await import('./import/import-file')).importFile,
};

const doctor: Command = {
  usage: 'doctor',
  summary: 'tries settings, database, migrations, notifications and peppers',
  details: 'Changes nothing. The exit code is 1 where something is not in order.',
  positionals: 0,
  load: async () => (await import('./doctor')).doctor,
};

const keys: Command = {
  usage: 'keys new|list|retire [KID] [--alg ES256|RS256] [--in MINUTES] [--keep DAYS] [--file PATH]',
  summary: 'makes, lists and retires the keys that sign access tokens',
  details: `The file is JWT_KEYS_FILE, or --file, or keys.json. "keys new" adds a key: the first one signs at once, a later one in
60 minutes or as --in says, so that every replica can be restarted before it does; the older ones check for 31 days more, or
as --keep says. "keys retire KID" ends one at once.`,
  options: {
    alg: { type: 'string' },
    in: { type: 'string' },
    keep: { type: 'string' },
    file: { type: 'string' },
  },
  positionals: [1, 2],
  load: async () => (await import('./keys')).keys,
};

/** Every command by its name. */
export const commands: Record<string, Command> = { 'create-admin': createAdmin, import: importFile, keys, doctor };

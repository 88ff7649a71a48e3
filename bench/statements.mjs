/** Reads what a client of PostgreSQL says and calls `onStatement` with the first word of each Query and Execute. */
export function readStatements(onStatement) {
  const prepared = new Map();
  const portals = new Map();
  let rest = Buffer.alloc(0);
  let greeted = false;

  const heard = {
    Q: ([sql]) => onStatement(firstWord(sql)),
    P: ([name, sql]) => prepared.set(name, sql),
    B: ([portal, name]) => portals.set(portal, prepared.get(name)),
    E: ([portal]) => onStatement(firstWord(portals.get(portal))),
  };

  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message, the start-up, has no letter before its length.
      const letters = greeted ? 1 : 0;
      if (rest.length < letters + 4) return;
      const length = letters + rest.readInt32BE(letters);
      if (rest.length < length) return;
      const words = rest.toString('utf8', letters + 4, length).split('\0');
      if (greeted) heard[String.fromCharCode(rest[0])]?.(words);
      greeted = true;
      rest = rest.subarray(length);
    }
  };
}

const firstWord = (sql = '?') => /\w+/.exec(sql)?.[0].toUpperCase() ?? '?';

export function isTaken(port: number): Promise<boolean>;
export function freePort(): Promise<number>;

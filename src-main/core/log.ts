/** Faults of ours, for whoever looks after the host; never what a person typed. */
export interface Log {
  error(where: string, error: unknown): void
  info(text: string): void
}

export const consoleLog: Log = {
  error: (where, error) => process.stderr.write(`${new Date().toISOString()} ${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  info: text => process.stdout.write(`${text}\n`),
}

/** Says everything to each of them. */
export function everyLog(...logs: readonly Log[]): Log {
  return {
    error: (where, error) => logs.forEach(log => log.error(where, error)),
    info: text => logs.forEach(log => log.info(text)),
  }
}

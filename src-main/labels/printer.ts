import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../shared/core/errors.ts'

/** So many labels that go to the printer in one piece. */
export interface LabelPiece { readonly text: string; readonly count: number }
export interface PrinterAddress { readonly name: string; readonly address: string; readonly port: number }

/** How long it may take to answer, to take a piece in, and to hang up: a printer that is out of labels takes nothing more. In milliseconds. */
const patience = { connecting: 5_000, taking: 20_000, parting: 1_000 }

/** Sends labels as they come to a printer's port. Throws `printer-off` if it does not answer, `printer-broke-off` with how many it took for certain. */
export async function sendToPrinter({ name, address, port }: PrinterAddress, pieces: readonly LabelPiece[], onSent: (sent: number) => void): Promise<void> {
  const total = pieces.reduce((sum, { count }) => sum + count, 0)
  const refusal = (code: 'printer-off' | 'printer-broke-off', sent: number) => new AppError(code, { name, address: `${address}:${port}`, sent, total })
  const socket = connect({ host: address, port, noDelay: true })
  let fault: Error | undefined
  socket.on('error', error => (fault = error))
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(patience.connecting) }).catch(() => {
      throw refusal('printer-off', 0)
    })
    let sent = 0
    for (const { text, count } of pieces) {
      await taken(socket, text).catch(() => {
        throw refusal('printer-broke-off', sent)
      })
      sent += count
      onSent(sent)
    }
    socket.end()
    await Promise.race([once(socket, 'close').catch(() => {}), pause(patience.parting)])
    // What had only just left this computer may not have been taken.
    if (fault) throw refusal('printer-broke-off', sent - (pieces.at(-1)?.count ?? 0))
  } finally {
    socket.destroy()
  }
}

/** Until it has left this computer. */
function taken(socket: Socket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The printer takes nothing more')), patience.taking)
    socket.write(text, error => {
      clearTimeout(timer)
      if (error) reject(error)
      else resolve()
    })
  })
}

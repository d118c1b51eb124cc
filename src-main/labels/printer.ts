import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { AppError } from '../../shared/core/errors.ts'

/** So many labels that go to the printer in one piece. */
export interface LabelPiece { readonly zpl: string; readonly count: number }
export interface PrinterAddress { readonly name: string; readonly address: string; readonly port: number }

/** How long it may take to answer, and to take a piece in: a printer that is out of labels takes nothing more. */
const patience = { connecting: 5_000, taking: 20_000 }

/** Sends labels as they come to a printer's port. Throws `printer-off` if it took none, `printer-broke-off` with how many it took. */
export async function sendToPrinter({ name, address, port }: PrinterAddress, pieces: readonly LabelPiece[], onSent: (sent: number) => void): Promise<void> {
  const socket = connect({ host: address, port, noDelay: true })
  // What goes wrong is told by whatever is being waited for.
  socket.on('error', () => {})
  let sent = 0
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(patience.connecting) })
    for (const { zpl, count } of pieces) {
      await taken(socket, zpl)
      sent += count
      onSent(sent)
    }
    await ended(socket)
  } catch {
    const total = pieces.reduce((sum, { count }) => sum + count, 0)
    throw new AppError(sent === 0 ? 'printer-off' : 'printer-broke-off', { name, address: `${address}:${port}`, sent, total })
  } finally {
    socket.destroy()
  }
}

/** Until it has left this computer. */
function taken(socket: Socket, text: string): Promise<void> {
  return inTime((resolve, reject) => socket.write(text, error => (error ? reject(error) : resolve())))
}

function ended(socket: Socket): Promise<void> {
  return inTime(resolve => socket.end(resolve))
}

function inTime(work: (resolve: () => void, reject: (error: Error) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The printer takes nothing more')), patience.taking)
    work(() => {
      clearTimeout(timer)
      resolve()
    }, error => {
      clearTimeout(timer)
      reject(error)
    })
  })
}
